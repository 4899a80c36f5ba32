package org.metalayer.acceptance.dashboard;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.Rollout;
import org.metalayer.acceptance.harness.View;
import org.metalayer.acceptance.harness.WireStick;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.message.OutcomeResult;

/**
 * What else can stand on a page: reasons of outcomes, what operators write, and names of key files.
 * Each begins with a word of its own, so that it can be told where it stands.
 */
final class HostileWords {
    private static final String SCRIPT = "<script>ran()</script>";
    private static final String IMAGE = "<img src=x onerror=ran()>";

    private static final String FAILED = "failed as " + Payloads.together(500).getFirst();
    private static final String CONFLICT = "conflict in " + IMAGE;
    private static final String PAUSED = "paused by " + SCRIPT;
    private static final String NOTE = "noted on " + Payloads.together(400).getFirst();
    private static final String CONDITION = "component != '<svg onload=ran()>'";
    private static final String KEPT = "kept " + SCRIPT;
    private static final String BROKEN = "broken " + IMAGE;
    private static final String KEY = "key " + IMAGE + ".key";

    /** Whatever has to be seen. */
    static final List<String> ALL =
            List.of(FAILED, CONFLICT, PAUSED, NOTE, CONDITION, KEPT, BROKEN, KEY);

    private HostileWords() {}

    /** A stick tells what came of two rollouts; the second one is paused. */
    static void outcomes(Fleet fleet, WireStick stick, List<String> components) throws IOException {
        Rollout first = Rollout.of(fleet.operator(), components.getFirst(), 1);
        first.awaitState("running");
        stick.tell(first.view(), OutcomeResult.FAILED, FAILED).expect(200);
        Rollout second = Rollout.of(fleet.operator(), components.getLast(), 1);
        second.awaitState("running");
        stick.tell(second.view(), OutcomeResult.CONFLICT, CONFLICT).expect(200);
        var _ =
                fleet.operator()
                        .post(
                                "/rollouts/" + second.id() + "/pause",
                                new JsonBuilder().put("reason", PAUSED))
                        .expect(200);
    }

    /** A draft of the policy, one example of which does not end as it says; its version. */
    static long draft(Fleet fleet) throws IOException {
        JsonBuilder row =
                new JsonBuilder()
                        .put("type", "ux")
                        .put("condition", CONDITION)
                        .put("verdict", "approve")
                        .put("strategy", "OPTIONAL");
        JsonBuilder last = new JsonBuilder().put("verdict", "needs_human");
        View draft =
                fleet.operator()
                        .post(
                                "/policies",
                                new JsonBuilder()
                                        .put("note", NOTE)
                                        .put("rows", List.of(row, last), JsonBuilder::build)
                                        .put(
                                                "examples",
                                                List.of(
                                                        example(KEPT, "needs_human"),
                                                        example(BROKEN, "reject")),
                                                JsonBuilder::build))
                        .expect(201)
                        .json();
        return draft.number("version", "version");
    }

    private static JsonBuilder example(String name, String verdict) {
        return new JsonBuilder()
                .put("name", name)
                .put("facts", new JsonBuilder().put("upgrade_type", "bugfix").build())
                .put("verdict", verdict);
    }

    /** A file that lies among the offline keys. */
    static void key(Fleet fleet) throws IOException {
        Files.writeString(fleet.system().data().resolve("keys/offline").resolve(KEY), "");
    }
}
