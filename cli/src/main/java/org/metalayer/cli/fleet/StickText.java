package org.metalayer.cli.fleet;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.metalayer.cli.output.Cell;
import org.metalayer.cli.output.Details;
import org.metalayer.cli.output.RelativeTime;
import org.metalayer.cli.output.Table;
import org.metalayer.cli.output.Times;
import org.metalayer.protocol.json.JsonObject;

/** Sticks as people read them. */
final class StickText {
    private final RelativeTime times;

    StickText(InstantSource clock) {
        this.times = new RelativeTime(clock);
    }

    Table table(JsonObject page) {
        Table table =
                new Table("MODULE ID", "NAME", "STATE", "SEEN", "USB", "INSTALLED", "REPORTS");
        for (JsonObject stick : page.objects("items", item -> item)) {
            table.row(
                    Cell.of(stick.string("module_id")),
                    Cell.of(stick.string("module_name")),
                    Cell.state(stick.string("state")),
                    Cell.of(seen(stick)),
                    Cell.of(usb(stick.object("usb"))),
                    Cell.of(installed(stick)),
                    Cell.of(contributions(stick.object("contributions"))));
        }
        return table;
    }

    Details details(JsonObject stick) {
        return new Details()
                .add("Module id", stick.string("module_id"))
                .add("Name", stick.string("module_name"))
                .add("State", Cell.state(stick.string("state")))
                .add("Seen", seen(stick))
                .add("Enrolled", times.of(stick.instant("enrolled_at")))
                .add("USB", usb(stick.object("usb")))
                .add("Hardware", stick.string("hardware_class"))
                .add("Agent", stick.string("agent_version"))
                .add("Test stick", stick.bool("test_stick") ? "yes" : "no")
                .lines("Installed", stick.objects("installed", StickText::installedComponent))
                .lines("Warnings", stick.objects("warnings", this::warning))
                .add("Contributed", contributions(stick.object("contributions")))
                .add("Id", stick.string("id"))
                .add("Key", stick.string("key_id"))
                .add("You can", verbs(stick));
    }

    static String nowIn(JsonObject stick) {
        return "%s (%s) is now %s."
                .formatted(
                        stick.string("module_id"),
                        stick.string("module_name"),
                        stick.string("state"));
    }

    private String seen(JsonObject stick) {
        return stick.bool("online") ? "online" : times.of(Times.optional(stick, "last_seen_at"));
    }

    private static String usb(JsonObject usb) {
        if (usb.bool("virtual")) {
            return "virtual";
        }
        return "%s:%s %s %s"
                .formatted(
                        usb.string("vendor_id"),
                        usb.string("product_id"),
                        usb.string("manufacturer"),
                        usb.string("product"))
                .strip();
    }

    private static String installed(JsonObject stick) {
        List<String> components =
                stick.objects(
                        "installed",
                        item ->
                                "%s %d"
                                        .formatted(
                                                item.string("component"), item.integer("version")));
        return components.isEmpty() ? "-" : String.join(", ", components);
    }

    private static String installedComponent(JsonObject item) {
        long changes = item.integer("local_changes");
        return "%s %d%s"
                .formatted(
                        item.string("component"),
                        item.integer("version"),
                        changes == 0 ? "" : ", %d changed by the owner".formatted(changes));
    }

    private String warning(JsonObject warning) {
        String from = warning.string("address");
        return "%s%s%s, last %s"
                .formatted(
                        oddity(warning),
                        warning.optionalObject("usb")
                                .map(usb -> ", on %s %s".formatted(usb(usb), usb.string("serial")))
                                .orElse(""),
                        from.isEmpty() ? "" : ", from " + from,
                        times.of(warning.instant("last_at")));
    }

    private static String oddity(JsonObject warning) {
        return switch (warning.string("kind")) {
            case "cloned" ->
                    "copy %s%s, at session %d"
                            .formatted(
                                    CopyChoice.shown(warning.string("copy")),
                                    warning.bool("known") ? " (known first)" : "",
                                    warning.integer("epoch"));
            case "restored" ->
                    "older state %s, at session %d"
                            .formatted(
                                    CopyChoice.shown(warning.string("copy")),
                                    warning.integer("epoch"));
            case "refused_renewal" ->
                    "unknown state %s, at session %d: somebody has its key, or this Main System lost its sessions"
                            .formatted(
                                    CopyChoice.shown(warning.string("copy")),
                                    warning.integer("epoch"));
            case "set_aside" ->
                    "copy %s that was not kept, at session %d"
                            .formatted(
                                    CopyChoice.shown(warning.string("copy")),
                                    warning.integer("epoch"));
            case "restore_confirmed" ->
                    "restored from a backup, says whoever has it, at session %d"
                            .formatted(warning.integer("epoch"));
            case "other_hardware" -> "seen on another device";
            case "same_serial" -> "another stick says it is the same device";
            default -> warning.string("kind");
        };
    }

    private static String contributions(JsonObject contributions) {
        return "%d (%d released)"
                .formatted(contributions.integer("reports"), contributions.integer("released"));
    }

    private static Optional<String> verbs(JsonObject stick) {
        return Optional.of(
                stick.strings("allowed_verbs", verb -> verb).stream()
                        .collect(Collectors.joining(", ")));
    }
}
