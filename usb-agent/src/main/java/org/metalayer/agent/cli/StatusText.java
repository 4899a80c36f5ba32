package org.metalayer.agent.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import org.metalayer.agent.daemon.Contact;
import org.metalayer.agent.install.Attempt;
import org.metalayer.agent.install.Conflicts;
import org.metalayer.agent.install.Installation;
import org.metalayer.agent.outcome.PastOutcome;
import org.metalayer.agent.pages.PagesRecord;
import org.metalayer.agent.report.SentReport;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.message.DeploymentEntry;

/** A stick's status for people. */
final class StatusText {

    private final StringJoiner lines = new StringJoiner(System.lineSeparator());

    private StatusText() {}

    static String of(StickStatus status) {
        StatusText text = new StatusText();
        text.head(status);
        text.section("Components", status.content().components(), ContentText::headline);
        text.section("Under way", status.installations(), StatusText::installation);
        text.section("Offers", status.offers(), StatusText::offer);
        text.section("Conflicts", status.conflicts(), StatusText::conflict);
        text.section("Put off", status.putOff(), StatusText::putOff);
        text.section(
                "Reports to be sent",
                status.spooled(),
                spooled ->
                        "%s %s: %s"
                                .formatted(
                                        spooled.report().component(),
                                        spooled.report().type().wire(),
                                        spooled.report().description()));
        text.section("Damaged reports, set aside", status.damaged(), Path::toString);
        text.section("Reports", status.reports(), StatusText::report);
        text.section("Outcomes", status.outcomes(), StatusText::outcome);
        return text.lines.toString();
    }

    private void head(StickStatus status) {
        field(
                "Stick",
                "%s \"%s\" in %s"
                        .formatted(
                                status.config().moduleId(),
                                status.config().moduleName(),
                                status.directory()));
        field(
                "State",
                status.enrolment().map(record -> record.state().wire()).orElse("not enrolled yet"));
        status.notices().forEach(notice -> field("Note", notice.text()));
        field(
                "Agent",
                "%s, version %s"
                        .formatted(
                                status.running() ? "runs" : "does not run", status.agentVersion()));
        field("USB", status.usb().line());
        field("Server", status.config().server() + contact(status.contact()));
        field("Pages", pages(status));
        if (status.waitingOutcomes() > 0) {
            field("Waiting", status.waitingOutcomes() + " outcomes to be sent");
        }
    }

    private static String pages(StickStatus status) {
        if (status.pages().isEmpty()) {
            return "an address is chosen when the agent runs";
        }
        PagesRecord pages = status.pages().get();
        String address = pages.address().orElse("switched off");
        return address + pages.trouble().map(trouble -> ", not shown: " + trouble).orElse("");
    }

    private static String contact(Optional<Contact> contact) {
        if (contact.isEmpty()) {
            return ", not asked yet";
        }
        String reached = contact.get().reachedAt().map(at -> ", last reached " + at).orElse("");
        return contact.get()
                .trouble()
                .map(trouble ->
                        "%s%n          %s, since %s"
                                .formatted(reached, trouble, contact.get().since()))
                .orElse(reached);
    }

    private static String installation(Installation at) {
        return "%s %s: %s".formatted(at.component(), at.release().version(), at.phase().word());
    }

    private static String offer(DeploymentEntry entry) {
        String waits =
                entry.strategy() == Strategy.OPTIONAL
                        ? ": `install %1$s` or `decline %1$s`".formatted(entry.component())
                        : "";
        return "%s %s, a %s from %s (%s, %s)%s"
                .formatted(
                        entry.component(),
                        entry.version(),
                        entry.upgradeType().wire(),
                        entry.moduleName(),
                        entry.strategy(),
                        entry.state().wire(),
                        waits);
    }

    private static String putOff(Attempt attempt) {
        return "%s %s is tried again later: %s"
                .formatted(
                        attempt.release().component(),
                        attempt.release().version(),
                        attempt.ending().reason());
    }

    private static String conflict(Attempt attempt) {
        return "%s %s waits for you: `install %s --keep-mine` or `--take-theirs`%n    %s"
                .formatted(
                        attempt.release().component(),
                        attempt.release().version(),
                        attempt.release().component(),
                        String.join(
                                System.lineSeparator() + "    ",
                                attempt.ending()
                                        .conflicts()
                                        .map(Conflicts::files)
                                        .orElse(List.of())));
    }

    private static String report(SentReport report) {
        String why = report.reasons().isEmpty() ? "" : ": " + String.join("; ", report.reasons());
        return "%s %s: %s%s".formatted(report.component(), report.type(), report.state(), why);
    }

    private static String outcome(PastOutcome outcome) {
        String why = outcome.reason().isEmpty() ? "" : ": " + outcome.reason();
        return "%s  %s %s%s"
                .formatted(
                        outcome.at(),
                        outcome.release(),
                        outcome.result().wire().replace('_', ' '),
                        why);
    }

    private void field(String name, String value) {
        lines.add("%-8s  %s".formatted(name, value));
    }

    private <T> void section(String title, List<T> items, Function<T, String> describe) {
        if (!items.isEmpty()) {
            lines.add("").add(title);
            items.forEach(item -> lines.add("  " + describe.apply(item)));
        }
    }
}
