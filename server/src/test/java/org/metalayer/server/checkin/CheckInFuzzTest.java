package org.metalayer.server.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonValue;
import org.metalayer.server.fleet.InstalledComponent;

/** What a stick, or who took one over, says of itself. */
class CheckInFuzzTest {

    @FuzzTest
    void anythingIsRefusedOrWithinBoundsAndReadBackTheSame(byte[] input) {
        CheckIn checkIn;
        try {
            checkIn = CheckIn.parse(input);
        } catch (MalformedDocumentException refused) {
            assertThat(refused.getMessage()).doesNotContainPattern("\\p{Cc}");
            return;
        }
        assertThat(checkIn.agentVersion()).isNotEmpty().doesNotContainPattern("\\p{Cc}");
        assertThat(checkIn.freeBytes()).isNotNegative();
        assertThat(checkIn.installed())
                .hasSizeLessThanOrEqualTo(200)
                .allSatisfy(installed -> {
                    assertThat(installed.component()).matches("[a-z0-9][a-z0-9-]{0,63}");
                    assertThat(installed.version()).isPositive();
                    assertThat(installed.localChanges()).isNotNegative();
                })
                .extracting(InstalledComponent::component)
                .doesNotHaveDuplicates();

        CheckIn again = CheckIn.parse(written(checkIn));
        assertThat(again).isEqualTo(checkIn);
        assertThat(again.digest()).isEqualTo(checkIn.digest());
    }

    private static byte[] written(CheckIn checkIn) {
        return Json.write(
                new JsonBuilder()
                        .put("agent_version", checkIn.agentVersion())
                        .put("hardware_class", checkIn.hardwareClass().orElse(null))
                        .put("installed", checkIn.installed(), CheckInFuzzTest::installed)
                        .put("free_bytes", checkIn.freeBytes())
                        .put("clock", Instant.EPOCH)
                        .build());
    }

    private static JsonValue installed(InstalledComponent installed) {
        return new JsonBuilder()
                .put("component", installed.component())
                .put("version", installed.version())
                .put("release_id", installed.releaseId())
                .put("local_changes", installed.localChanges())
                .build();
    }
}
