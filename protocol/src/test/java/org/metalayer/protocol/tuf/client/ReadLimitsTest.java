package org.metalayer.protocol.tuf.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.protocol.tuf.client.TestRepository.CONTENT;
import static org.metalayer.protocol.tuf.client.TestRepository.in;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.tuf.model.Delegations;
import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.TargetFile;
import org.metalayer.protocol.tuf.model.Targets;

/** Whoever publishes is told the same as the client itself would say. */
class ReadLimitsTest extends ClientFixture {

    @ParameterizedTest
    @ValueSource(strings = {"root", "timestamp", "snapshot", "targets", "code"})
    void aFileIsReadUpToItsRolesLength(String name) {
        RoleName role = new RoleName(name);
        byte[] file = published(role).raw();
        int most = Math.toIntExact(ReadLimits.bytes(role));

        assertThat(ReadLimits.objectionTo(role, padded(file, most))).isEmpty();
        assertThat(ReadLimits.objectionTo(role, padded(file, most + 1)))
                .hasValueSatisfying(why -> assertThat(why).contains("at most " + most));
    }

    @Test
    void theClientReadsExactlyWhatFindsNoObjection() throws IOException {
        int fits = 3_999;
        publish(fits);
        assertThat(ReadLimits.objectionTo(CONTENT, content().raw())).isEmpty();
        assertThat(find(path(fits - 1))).isPresent();

        publish(fits + 1);
        assertThat(ReadLimits.objectionTo(CONTENT, content().raw()))
                .hasValueSatisfying(why -> assertThat(why).contains("too many values"));
        refused(() -> find(path(fits - 1)), Refusal.MALFORMED);
    }

    /** JSON may end in space. */
    private static byte[] padded(byte[] file, int length) {
        byte[] padded = Arrays.copyOf(file, length);
        Arrays.fill(padded, file.length, length, (byte) ' ');
        return padded;
    }

    private SignedMetadata<?> published(RoleName role) {
        return switch (role.value()) {
            case "root" -> repository.root;
            case "timestamp" -> repository.timestamp.orElseThrow();
            case "snapshot" -> repository.snapshot.orElseThrow();
            default -> requireNonNull(repository.roles.get(role));
        };
    }

    private SignedMetadata<?> content() {
        return published(CONTENT);
    }

    /** Content with so many targets of fifty values each. */
    private void publish(int count) {
        Map<String, TargetFile> targets = new TreeMap<>();
        JsonObject custom =
                new JsonBuilder()
                        .strings("list", Collections.nCopies(44, "x"), each -> each)
                        .build();
        for (int i = 0; i < count; i++) {
            targets.put(path(i), TargetFile.of(path(i).getBytes(UTF_8), custom));
        }
        long version = content().signed().version() + 1;
        repository.put(
                CONTENT,
                SignedMetadata.unsigned(new Targets(version, in(30), targets, Delegations.NONE)),
                "robot");
        repository.publish();
    }

    private static String path(int number) {
        return "content/player/%d.json".formatted(number);
    }
}
