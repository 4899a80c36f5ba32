package org.metalayer.agent.screen;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metalayer.agent.daemon.Contact;
import org.metalayer.agent.enrol.EnrolmentRecord;
import org.metalayer.agent.install.Installation;
import org.metalayer.agent.stick.StickConfig;
import org.metalayer.protocol.Bytes;
import org.metalayer.protocol.system.SystemFiles;

/** The page in words. */
final class ScreenText {

    /** Less than the next upgrade may need, and than the agent needs for its notes. */
    private static final long LITTLE_ROOM = 16 << 20;

    private final Facts facts;
    private final List<Line> lines = new ArrayList<>();

    private ScreenText(Facts facts) {
        this.facts = facts;
    }

    static List<Line> of(Facts facts) {
        ScreenText text = new ScreenText(facts);
        text.head();
        text.state();
        text.work();
        text.page();
        text.keys();
        text.warnings();
        return List.copyOf(text.lines);
    }

    /** What a telephone may scan; empty where no address leads anywhere from there. */
    static Optional<Address> toScan(Facts facts) {
        Optional<Address> mainSystem =
                facts.config().map(config -> Address.of(config.server().toString()));
        return facts.page()
                .filter(Address::elsewhere)
                .or(() -> mainSystem.filter(Address::elsewhere));
    }

    private void head() {
        lines.add(
                Line.heading(
                        facts.config()
                                .map(config ->
                                        "%s  (%s)"
                                                .formatted(config.moduleName(), config.moduleId()))
                                .orElse("Meta Layer")));
        facts.imageVersion().ifPresent(it -> lines.add(Line.plain("System", system(it))));
        lines.add(Line.empty());
    }

    private String system(String version) {
        return "version "
                + version
                + facts.agentVersion().map(agent -> ", agent " + agent).orElse("");
    }

    private void state() {
        if (facts.readOnly()) {
            lines.add(
                    Line.alert(
                            "Stick",
                            "Nothing can be written to it: its file system is read-only, which is"
                                    + " how one ends whose device fails. Copy what is dear to you"
                                    + " from it, and replace it if a restart does not help."));
        }
        room();
        if (!facts.reached() && facts.imageVersion().isPresent()) {
            // A system makes the directory on its data partition at every start.
            lines.add(
                    Line.alert(
                            "Stick",
                            "Its data cannot be reached: the stick is write-protected (some have a"
                                    + " switch), or its data partition is damaged. Nothing was"
                                    + " changed. Look at it on another computer before you flash it"
                                    + " again: that deletes everything."));
        } else if (facts.config().isEmpty()) {
            lines.add(unprepared());
        }
        if (facts.config().isEmpty()) {
            return;
        }
        facts.enrolment().ifPresentOrElse(this::enrolled, () -> lines.add(waiting()));
        facts.contact().ifPresent(this::contact);
    }

    private void room() {
        facts.room().stream()
                .filter(room -> room < LITTLE_ROOM && !facts.readOnly())
                .forEach(room ->
                        lines.add(
                                Line.alert(
                                        "Stick",
                                        "It is full: there is room for "
                                                + (room == 0 ? "nothing more" : Bytes.shown(room))
                                                + ". Upgrades wait until there is more. Plug the"
                                                + " stick into a running computer and delete what"
                                                + " you do not need.")));
    }

    private Line unprepared() {
        return facts.prepared()
                ? Line.alert("State", "its settings cannot be read")
                : Line.plain(
                        "State",
                        "waiting to be set up. On any computer, put fleet.json with the Main"
                                + " System's address into the folder metalayer/ of the stick's boot"
                                + " partition, and start from the stick again.");
    }

    private Line waiting() {
        return Line.plain("State", "waiting to be accepted by the Main System at " + server());
    }

    private void enrolled(EnrolmentRecord record) {
        lines.add(
                switch (record.state()) {
                    case PENDING -> waiting();
                    case ACCEPTED -> Line.plain("State", "part of the fleet of " + server());
                    case QUARANTINED ->
                            Line.alert(
                                    "State",
                                    "quarantined: upgrades go on, reports wait. Ask an operator.");
                    case REJECTED ->
                            Line.alert("State", "rejected: ask an operator of the Main System why");
                    case RETIRED -> Line.alert("State", "retired: it no longer takes part");
                });
    }

    private void contact(Contact contact) {
        contact.trouble()
                .ifPresent(trouble -> {
                    String since = "since " + time(contact.since());
                    lines.add(
                            contact.offline()
                                    ? Line.plain("", "offline " + since + ": " + trouble)
                                    : Line.alert("Trouble", since + ": " + trouble));
                });
    }

    private void work() {
        for (Facts.Work work : facts.work()) {
            lines.add(Line.plain("Now", words(work)));
        }
        if (facts.work().isEmpty() && facts.config().isPresent()) {
            lines.add(Line.plain("Now", "nothing is being installed"));
        }
    }

    private static String words(Facts.Work work) {
        Installation at = work.installation();
        String release = "%s %s".formatted(at.component(), at.release().version());
        boolean system = at.component().equals(SystemFiles.COMPONENT);
        return switch (at.phase()) {
            case DOWNLOADING ->
                    "installing " + release + percent(work).map(it -> ": " + it).orElse("");
            case STAGED, ACTIVATING -> {
                String what = "installing " + release;
                if (!system) {
                    yield what + ": it is about to run";
                }
                yield work.staged()
                        ? release + " is ready: it runs after a restart (Alt+F2)"
                        : what + ": it is being written beside the one that runs";
            }
            case ACTIVATED -> "checking that %s is healthy".formatted(release);
            case RETURNING, SWITCHING_BACK ->
                    "going back from " + release + (system ? ", with the next restart" : "");
            case COMMITTED, FAILED, ROLLED_BACK, CONFLICT -> "noting what came of " + release;
        };
    }

    private static Optional<String> percent(Facts.Work work) {
        return work.percent().isPresent()
                ? Optional.of(work.percent().getAsInt() + " %")
                : Optional.empty();
    }

    private void page() {
        facts.page().map(this::seen).ifPresent(words -> lines.add(Line.plain("Page", words)));
    }

    private String seen(Address page) {
        if (page.elsewhere()) {
            return page.url();
        }
        return facts.imageVersion().isPresent()
                ? "plug the stick into a running computer and start ./start there: " + page.url()
                : page.url() + "  in this computer's browser";
    }

    /** The other screen is there where the system is one of a stick. */
    private void keys() {
        facts.imageVersion()
                .ifPresent(_ ->
                        lines.add(
                                Line.plain(
                                        "Alt+F2",
                                        "networks, personal volume, restart, switch off")));
    }

    private void warnings() {
        facts.notices().forEach(notice -> lines.add(Line.alert("Note", notice.text())));
        facts.troubles().stream()
                .distinct()
                .forEach(trouble -> lines.add(Line.alert("Trouble", trouble)));
    }

    private String server() {
        return facts.config().map(StickConfig::server).map(String::valueOf).orElse("");
    }

    private static String time(Instant at) {
        String text = at.truncatedTo(ChronoUnit.MINUTES).toString();
        return text.replace('T', ' ').replace(":00Z", " UTC");
    }
}
