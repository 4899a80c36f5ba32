package org.metalayer.image.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.bundle.ImageName;

@SuppressWarnings("NullAway.Init") // filled in before the tests
class MkosiTest {

    private static final String SOURCES = "sandbox/etc/apt/sources.list.d/mkosi.sources";

    @TempDir Path folder;
    private Path recipe;
    private Path work;

    @BeforeEach
    void prepare() throws IOException {
        recipe = Files.createDirectories(folder.resolve("recipe"));
        work = Files.createDirectories(folder.resolve("work"));
        Files.writeString(recipe.resolve("mkosi.conf"), "[Distribution]\nRelease=trixie\n");
    }

    private List<String> command(String profile, Optional<SecureBootKeys> keys) throws IOException {
        BuildRequest request =
                new BuildRequest(
                        profile,
                        Optional.empty(),
                        recipe,
                        folder,
                        folder,
                        folder,
                        new Mirrors("http://mirror/debian", "http://mirror/security"),
                        Instant.EPOCH,
                        keys);
        return new Mkosi(folder.resolve("tools"), recipe, work)
                .command(new ImageName(profile, "1", "amd64"), request);
    }

    @Test
    void isToldEverythingBeforeTheVerb() throws IOException {
        Path key = Files.writeString(folder.resolve("k.pem"), "key");
        Optional<SecureBootKeys> keys = Optional.of(new SecureBootKeys(key, key));
        assertThat(command("console", keys))
                .containsSubsequence(
                        "unshare",
                        "mkosi",
                        "--image-version=1",
                        "--sandbox-tree=/build/work/sandbox",
                        "--secure-boot=yes")
                .endsWith("build");
    }

    @Test
    void fetchesFromTheMirrors() throws IOException {
        command("console", Optional.empty());
        assertThat(work.resolve(SOURCES))
                .hasContent(
                        """
                        Types: deb
                        URIs: http://mirror/debian
                        Suites: trixie trixie-updates
                        Components: main non-free-firmware
                        Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

                        Types: deb
                        URIs: http://mirror/security
                        Suites: trixie-security
                        Components: main non-free-firmware
                        Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
                        """);
    }

    @Test
    void leavesThatToARecipeWhichSaysItItself() throws IOException {
        Path own = recipe.resolve("mkosi.sandbox/etc/apt/sources.list.d/mkosi.sources");
        Files.createDirectories(own.getParent());
        Files.writeString(own, "Types: deb\n");
        assertThat(command("console", Optional.empty()))
                .noneMatch(word -> word.startsWith("--sandbox-tree"));
    }

    @Test
    void knowsTheProfilesOfTheRecipe() throws IOException {
        Files.createDirectories(recipe.resolve("mkosi.profiles/kiosk"));
        assertThat(command("kiosk", Optional.empty())).contains("--profile=kiosk");
        assertThatThrownBy(() -> command("other", Optional.empty()))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("has no profile other");
    }
}
