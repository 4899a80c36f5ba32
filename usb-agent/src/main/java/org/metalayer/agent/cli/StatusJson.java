package org.metalayer.agent.cli;

import java.nio.file.Path;
import org.metalayer.agent.daemon.Contact;
import org.metalayer.agent.install.Attempt;
import org.metalayer.agent.install.Conflicts;
import org.metalayer.agent.install.Installation;
import org.metalayer.agent.outcome.PastOutcome;
import org.metalayer.agent.pages.PagesRecord;
import org.metalayer.agent.report.SentReport;
import org.metalayer.agent.report.SpooledReport;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.message.UpgradeReport;

/** A stick's status for programs. */
final class StatusJson {

    private StatusJson() {}

    static JsonObject of(StickStatus status) {
        JsonBuilder json =
                new JsonBuilder()
                        .put("module_id", status.config().moduleId().value())
                        .put("module_name", status.config().moduleName().value())
                        .put("directory", status.directory().toString())
                        .put("server", status.config().server().toString())
                        .put("agent_running", status.running())
                        .put("agent_version", status.agentVersion())
                        .put(
                                "state",
                                status.enrolment()
                                        .map(record -> record.state().wire())
                                        .orElse("not_enrolled"));
        json.put("notices", status.notices(), notice -> new JsonValue.Text(notice.wire()));
        status.enrolment().ifPresent(record -> json.put("stick_id", record.stickId()));
        json.put("usb", UsbText.json(status.usb()));
        status.pages().flatMap(PagesRecord::address).ifPresent(at -> json.put("pages", at));
        status.pages()
                .flatMap(PagesRecord::trouble)
                .ifPresent(trouble -> json.put("pages_trouble", trouble));
        status.contact().map(Contact::write).ifPresent(contact -> json.put("contact", contact));
        return json.put("components", status.content().components(), ContentText::json)
                .put("strangers", status.content().strangers(), ContentText::json)
                .put("installations", status.installations(), StatusJson::installation)
                .put("offers", status.offers(), StatusJson::offer)
                .put("conflicts", status.conflicts(), StatusJson::conflict)
                .put("put_off", status.putOff(), StatusJson::putOff)
                .put("spool", spool(status))
                .put("reports", status.reports(), SentReport::write)
                .put("outcomes", status.outcomes(), PastOutcome::write)
                .build();
    }

    private static JsonObject spool(StickStatus status) {
        return new JsonBuilder()
                .put("reports", status.spooled(), StatusJson::spooled)
                .strings("damaged", status.damaged(), Path::toString)
                .put("outcomes", status.waitingOutcomes())
                .build();
    }

    private static JsonObject spooled(SpooledReport spooled) {
        UpgradeReport report = spooled.report();
        return new JsonBuilder()
                .put("report_id", report.reportId())
                .put("component", report.component().value())
                .put("type", report.type().wire())
                .put("description", report.description())
                .build();
    }

    private static JsonObject installation(Installation at) {
        return new JsonBuilder()
                .put("component", at.component().value())
                .put("version", at.release().version())
                .put("phase", at.phase().word())
                .build();
    }

    private static JsonObject offer(DeploymentEntry entry) {
        return new JsonBuilder()
                .put("component", entry.component().value())
                .put("version", entry.version())
                .put("release_id", entry.releaseId())
                .put("from", entry.moduleName().value())
                .put("upgrade_type", entry.upgradeType().wire())
                .put("strategy", entry.strategy().name())
                .put("state", entry.state().wire())
                .strings("features", entry.features(), feature -> feature)
                .build();
    }

    private static JsonObject putOff(Attempt attempt) {
        return new JsonBuilder()
                .put("component", attempt.release().component().value())
                .put("version", attempt.release().version())
                .put("reason", attempt.ending().reason())
                .build();
    }

    private static JsonObject conflict(Attempt attempt) {
        return new JsonBuilder()
                .put("component", attempt.release().component().value())
                .put("version", attempt.release().version())
                .strings(
                        "files",
                        attempt.ending().conflicts().map(Conflicts::files).orElseThrow(),
                        file -> file)
                .build();
    }
}
