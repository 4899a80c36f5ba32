package org.metalayer.acceptance.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.metalayer.acceptance.harness.EmbeddedDatabase;
import org.metalayer.acceptance.harness.ForeignPostgres;
import org.metalayer.acceptance.harness.Scratch;
import org.metalayer.acceptance.harness.Up;

/** {@code QUARKUS_DATASOURCE_JDBC_URL}: somebody else runs the database. */
class GivenDatabaseIT {
    @Test
    void usesTheDatabaseThatIsGivenAndStartsNone() throws Exception {
        try (Scratch scratch = Scratch.make();
                ForeignPostgres given =
                        ForeignPostgres.start(
                                Files.createDirectory(scratch.root().resolve("given")))) {
            Path first = scratch.root().resolve("first");
            String id = withUp(first, given);
            assertThat(EmbeddedDatabase.process(first)).isEmpty();
            assertThat(first.resolve("postgres/cluster")).doesNotExist();
            assertThat(given.isRunning()).as("up ends only what it started").isTrue();
            assertThat(withUp(first, given)).as("the data is in the given database").isEqualTo(id);
        }
    }

    /** The id of the one stick of an {@code up} that has ended again. */
    private static String withUp(Path data, ForeignPostgres given) throws Exception {
        try (Up up = Up.start(data, given.settings(), "--port", "0", "--sticks", "1")) {
            String id = up.operator().accept("usb_001").text("id");
            up.process().signal("INT");
            assertThat(up.process().exit()).isZero();
            return id;
        }
    }
}
