package org.metalayer.cli.keys;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.metalayer.cli.output.Details;
import org.metalayer.cli.output.Output;
import org.metalayer.cli.output.RelativeTime;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/** A signing file as people read it before they sign. */
final class SigningText {
    private final RelativeTime times;

    SigningText(InstantSource clock) {
        this.times = new RelativeTime(clock);
    }

    void print(Output output, SigningFile file) {
        if (file.documents().isEmpty()) {
            output.line("Nothing awaits a signature.");
        }
        for (TrustFile document : file.documents()) {
            output.heading("%s %d".formatted(document.role(), document.version()));
            output.indented(details(document, file));
            output.blank();
        }
    }

    private Details details(TrustFile document, SigningFile file) {
        return new Details()
                .add("replaces", replaced(document, file))
                .add("expires", times.of(document.metadata().signed().expires()))
                .lines("changes", Changes.of(document, file.current()))
                .add("signatures", signatures(file.demands(document)));
    }

    private static String replaced(TrustFile document, SigningFile file) {
        return file.current()
                .find(document.role())
                .map(current -> "version " + current.version())
                .orElse("nothing");
    }

    /** Whose are there and whose are missing. */
    static String signatures(List<Demand> demands) {
        return demands.stream().map(SigningText::signatures).collect(Collectors.joining("; "));
    }

    private static String signatures(Demand demand) {
        return "%s: %d of %d needed%s"
                .formatted(
                        demand.who(),
                        demand.signers().size(),
                        demand.authority().threshold(),
                        demand.isMet() ? "" : ", still to sign: any of " + missing(demand));
    }

    private static String missing(Demand demand) {
        return demand.authority().keys().stream()
                .filter(key -> !demand.signers().contains(key))
                .map(KeyNames::brief)
                .collect(Collectors.joining(", "));
    }

    /** The documents themselves, not their encoding, for programs. */
    static JsonObject json(SigningFile file) {
        return new JsonBuilder()
                .put(
                        "documents",
                        file.documents(),
                        document ->
                                new JsonBuilder()
                                        .put("role", document.role())
                                        .put(
                                                "complete",
                                                file.demands(document).stream()
                                                        .allMatch(Demand::isMet))
                                        .put("signed", document.metadata().tree())
                                        .build())
                .build();
    }
}
