package org.metalayer.protocol.tuf.conformance;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.metalayer.protocol.tuf.client.FoundTarget;
import org.metalayer.protocol.tuf.client.HttpFetcher;
import org.metalayer.protocol.tuf.client.MetadataStore;
import org.metalayer.protocol.tuf.client.Pace;
import org.metalayer.protocol.tuf.client.Refusal;
import org.metalayer.protocol.tuf.client.RefusedMetadataException;
import org.metalayer.protocol.tuf.client.RootPin;
import org.metalayer.protocol.tuf.client.TrustedMetadata;
import org.metalayer.protocol.tuf.client.TrustedTargets;
import org.metalayer.protocol.tuf.client.Updater;

/**
 * {@code init ROOT}, {@code refresh} and {@code download}; exits with 0 when all was well, else
 * with 1 and the reason.
 */
public final class ConformanceClient {
    private static final String USAGE =
            """
            usage: --metadata-dir DIR init ROOT
                   --metadata-dir DIR --metadata-url URL [--time SECONDS] refresh
                   --metadata-dir DIR --metadata-url URL [--time SECONDS] --target-name PATH...
                       --target-base-url URL --target-dir DIR download\
            """;

    private final Arguments arguments;

    private ConformanceClient(Arguments arguments) {
        this.arguments = arguments;
    }

    public static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    private static int run(List<String> args) {
        try {
            new ConformanceClient(Arguments.parse(args)).execute();
            return 0;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + System.lineSeparator() + USAGE);
        } catch (RefusedMetadataException e) {
            System.err.println("refused (%s): %s".formatted(e.reason(), e.getMessage()));
        } catch (IOException e) {
            System.err.println("failed: " + e);
        }
        return 1;
    }

    private void execute() throws IOException {
        List<String> words = arguments.words();
        switch (words.isEmpty() ? "" : words.getFirst()) {
            case "init" -> init(Path.of(words.size() == 2 ? words.get(1) : ""));
            case "refresh" -> refresh();
            case "download" -> download(refresh());
            default -> throw new IllegalArgumentException("which command?");
        }
    }

    private void init(Path file) throws IOException {
        byte[] root = Files.readAllBytes(file);
        // Refuses a root that is not signed by itself.
        new TrustedMetadata(Instant.EPOCH, root);
        MetadataStore store = store();
        store.pin(root);
        store.store();
    }

    private TrustedTargets refresh() throws IOException {
        MetadataStore store = store();
        byte[] pinned =
                store.pinned()
                        .orElseThrow(() ->
                                new RefusedMetadataException(
                                        Refusal.NOT_PINNED,
                                        "there is no trusted root: run init first"));
        Updater updater = new Updater(RootPin.ofBytes(pinned), store, fetcher("--metadata-url"));
        TrustedTargets targets = updater.refresh(now());
        store.store();
        return targets;
    }

    private void download(TrustedTargets targets) throws IOException {
        TargetFolder folder =
                new TargetFolder(
                        Path.of(arguments.one("--target-dir")), fetcher("--target-base-url"));
        for (String name : arguments.all("--target-name")) {
            FoundTarget target =
                    targets.find(name)
                            .orElseThrow(() ->
                                    new RefusedMetadataException(
                                            Refusal.MISSING, "nobody signed for this target"));
            folder.bring(target, targets.location(target));
        }
    }

    private MetadataStore store() {
        return new MetadataStore(Path.of(arguments.one("--metadata-dir")));
    }

    private HttpFetcher fetcher(String option) {
        String url = arguments.one(option);
        return new HttpFetcher(URI.create(url.endsWith("/") ? url : url + "/"), Pace.DEFAULT);
    }

    // A JVM does not take faketime's library; its wrapper passes the time in.
    private Instant now() {
        return arguments.all("--time").isEmpty()
                ? Instant.now()
                : Instant.ofEpochSecond(Long.parseLong(arguments.one("--time")));
    }
}
