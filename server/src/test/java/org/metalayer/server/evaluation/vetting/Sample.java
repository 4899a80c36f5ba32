package org.metalayer.server.evaluation.vetting;

import java.util.function.Consumer;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.testing.Proposal;

/**
 * One upgrade of a set.
 *
 * @param technique what it tries
 * @param caughtBy the stage that must object; {@code intake} where no report can be made of it
 * @param brings adds its files
 */
record Sample(String technique, String name, String caughtBy, Consumer<Proposal> brings) {

    static Sample of(String technique, String name, String caughtBy, Consumer<Proposal> brings) {
        return new Sample(technique, name, caughtBy, brings);
    }

    /** One file beside an innocent page. */
    static Sample file(String technique, String caughtBy, String path, byte[] content) {
        return of(technique, path, caughtBy, proposal -> proposal.file(path, content));
    }

    static Sample text(String technique, String caughtBy, String path, String content) {
        return of(technique, path, caughtBy, proposal -> proposal.file(path, content));
    }

    /** The same with a name of its own, where several have the same path. */
    Sample named(String other) {
        return new Sample(technique, other, caughtBy, brings);
    }

    /** A report of the kind that the policy approves whatever its impact is. */
    Proposal proposal() {
        Proposal proposal =
                Proposal.empty()
                        .type(UpgradeType.BUGFIX)
                        .component("notes")
                        .description("Notes are kept when the page is closed")
                        .file("index.html", "<!doctype html><title>Notes</title><p>Notes</p>");
        brings.accept(proposal);
        return proposal;
    }

    @Override
    public String toString() {
        return technique + ": " + name;
    }
}
