package org.metalayer.protocol.health;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.RelativePath;

class ComponentDescriptorTest {
    @Test
    void aComponentWithoutADescriptorHasNoFaults() throws IOException {
        assertThat(ComponentDescriptor.of(new InMemory(Map.of("a.txt", ""))).health()).isEmpty();
    }

    @Test
    void theEntryPageIsCheckedWhenNothingElseIsDeclared() throws IOException {
        InMemory files =
                new InMemory(
                        Map.of(
                                "component.json",
                                "{\"entry\":\"index.html\"}",
                                "index.html",
                                "<script src=player.js></script>"));
        assertThat(ComponentDescriptor.of(files).faults(files))
                .containsExactly("index.html refers to player.js, which does not exist");
    }

    @Test
    void eachKindOfCheckNamesItsFault() throws IOException {
        InMemory files =
                new InMemory(
                        Map.of(
                                "component.json",
                                """
                                {"health":[{"kind":"file","path":"missing"},{"kind":"file","path":"empty"},
                                 {"kind":"json","path":"bad.json"},{"kind":"html","path":"none.html"},{"kind":"free-space","min_bytes":5}]}
                                """,
                                "empty",
                                "",
                                "bad.json",
                                "{"));
        assertThat(ComponentDescriptor.of(files).faults(files))
                .satisfiesExactly(
                        fault -> assertThat(fault).isEqualTo("missing is missing"),
                        fault -> assertThat(fault).isEqualTo("empty is empty"),
                        fault -> assertThat(fault).startsWith("bad.json: not valid JSON"),
                        fault -> assertThat(fault).startsWith("none.html is missing"));
    }

    @Test
    void freeSpaceIsJudgedOnTheStick() {
        HealthCheck.FreeSpace check = new HealthCheck.FreeSpace(100);
        assertThat(check.faults(100)).isEmpty();
        assertThat(check.faults(99)).containsExactly("needs 100 bytes of free space, 99 are left");
    }

    @Test
    void followsOnlyReferencesInsideTheComponent() throws IOException {
        InMemory files =
                new InMemory(
                        Map.of(
                                "component.json",
                                "{\"entry\":\"pages/index.html\"}",
                                "pages/index.html",
                                """
                                <!-- <img src="commented-out.png"> -->
                                <link rel=stylesheet href='../style.css'><a href="https://example.org/x">x</a><a href="//example.org/y">y</a>
                                <a href="#top">top</a><a href="mailto:a@example.org">m</a><img src="a%20b.png?v=1#x"><a href="/root.html">r</a>
                                <script>document.write("<img src='made-up.png'>")</script><a href="../../outside">o</a>
                                """,
                                "style.css",
                                "",
                                "pages/a b.png",
                                ""));
        assertThat(ComponentDescriptor.of(files).faults(files))
                .containsExactlyInAnyOrder(
                        "pages/index.html refers to root.html, which does not exist",
                        "pages/index.html refers to ../../outside, which is outside the component");
    }

    @Test
    void leavesTheRestOfTheWebAlone() throws IOException {
        InMemory files =
                new InMemory(
                        Map.of(
                                "index.html",
                                """
                                <link href="https://example.org/css?family=Roboto|Open+Sans">
                                <img src="data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg'/>">
                                <a href="mailto:a b@example.org">m</a><img src="my picture.png?size=a b">
                                """,
                                "my picture.png",
                                ""));
        assertThat(ComponentDescriptor.of(files).faults(files)).isEmpty();
    }

    /** Each of them would take hours with a pattern that looks again from every beginning. */
    @ParameterizedTest
    @ValueSource(
            strings = {"<!--", "<script", "<script>", "<a src='", "<a src=", "</script ", "<a "})
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aHostilePageCostsNoMoreThanItsLength(String beginning) throws IOException {
        String page = beginning.repeat((4 << 20) / beginning.length());
        InMemory files = new InMemory(Map.of("index.html", page));

        assertThat(ComponentDescriptor.of(files).faults(files)).hasSizeLessThan(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"health\":[{\"kind\":\"command\",\"path\":\"run.sh\"}]}",
                "{\"entry\":\"../../etc/passwd\"}",
                "{\"health\":[{\"kind\":\"file\",\"path\":\"/etc/shadow\"}]}",
                "{\"health\":[{\"kind\":\"free-space\",\"min_bytes\":-1}]}",
                "{\"title\":\"\"}",
                "{\"title\":1}"
            })
    void refusesDescriptorsThatMeanSomethingElse(String json) {
        assertThatThrownBy(
                        () -> ComponentDescriptor.of(new InMemory(Map.of("component.json", json))))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessageStartingWith("component.json: ");
    }

    private record InMemory(Map<String, String> contents) implements ComponentFiles {
        @Override
        public OptionalLong size(RelativePath path) {
            String content = contents.get(path.value());
            return content == null
                    ? OptionalLong.empty()
                    : OptionalLong.of(content.getBytes(UTF_8).length);
        }

        @Override
        public InputStream open(RelativePath path) {
            return new ByteArrayInputStream(
                    Objects.requireNonNull(contents.get(path.value())).getBytes(UTF_8));
        }
    }
}
