package org.metalayer.protocol.tuf.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.protocol.MalformedDocumentException;

class RoleNameTest {
    @ParameterizedTest
    @CsvSource({
        "../x, ..%2Fx.json",
        "/x, %2Fx.json",
        "?, %3F.json",
        "#, %23.json",
        "a b, a%20b.json",
        "*, %2A.json",
        "a+b, a%2Bb.json",
        "~a, ~a.json",
        "C:\\x, C%3A%5Cx.json",
        "é, %C3%A9.json",
        "%2F, %252F.json"
    })
    void isNeverAPathOfItsOwn(String name, String file) {
        assertThat(RepositoryFiles.plain(new RoleName(name))).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "Root", "TARGETS", "snapshot", "timestamp"})
    void aDelegationCannotTakeATopLevelRolesName(String name) {
        assertThatThrownBy(() -> RoleName.delegated(name))
                .isInstanceOf(MalformedDocumentException.class);
    }

    @Test
    void isNeitherEmptyNorTooLongForAFilesName() {
        assertThatThrownBy(() -> new RoleName("")).isInstanceOf(MalformedDocumentException.class);
        assertThatThrownBy(() -> new RoleName("/".repeat(67)))
                .isInstanceOf(MalformedDocumentException.class);
        assertThat(new RoleName("/".repeat(66)).encoded()).hasSize(198);
    }
}
