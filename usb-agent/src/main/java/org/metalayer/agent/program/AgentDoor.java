package org.metalayer.agent.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.net.AgentVersion;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.system.BootCount;
import org.metalayer.agent.system.BootEntry;
import org.metalayer.agent.system.BootedSystem;
import org.metalayer.agent.system.Extent;
import org.metalayer.agent.system.PieceIndex;
import org.metalayer.agent.system.PieceSource;
import org.metalayer.agent.system.SystemAnswer;
import org.metalayer.agent.system.SystemDoor;
import org.metalayer.agent.system.SystemOrder;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.message.ReleaseDocument;
import org.metalayer.protocol.system.SystemFiles;
import org.metalayer.protocol.system.SystemPart;
import org.metalayer.protocol.system.SystemVersion;

/**
 * What the agent knows of its own program, and may wish of the next start. An order is answered by
 * {@link AgentChooser} when the agent starts again, which it does by itself.
 */
public final class AgentDoor implements SystemDoor {

    private static final Duration REST = Duration.ofHours(1);

    private final long began = System.nanoTime();
    private final StickDirectory stick;
    private final AgentPlaces places;
    private final DurableFiles files;
    private final AgentPapers papers;
    private Optional<Sha256> imageDigest = Optional.empty();
    private boolean asked;

    public AgentDoor(StickDirectory stick, AgentPlaces places, DurableFiles files) {
        this.stick = stick;
        this.places = places;
        this.files = files;
        this.papers = new AgentPapers(stick, places, files);
    }

    /** Whether the agent has to start again before anything comes of what it asked for. */
    public boolean wantsRestart() {
        return asked;
    }

    /** Releases that may be chosen at the next start. */
    public List<UUID> wished() throws IOException {
        return papers.wish().releases();
    }

    /** The agent that runs, and the start of it: nothing where the image did not choose one. */
    @Override
    public Optional<BootedSystem> booted() throws IOException {
        Optional<AgentChoice> choice = papers.choice();
        if (choice.isEmpty()) {
            return Optional.empty();
        }
        String start = choice.get().start().toString();
        if (choice.get().release().isEmpty()) {
            return Optional.of(new BootedSystem(version(choice.get()), ofImage(), start));
        }
        AgentChoice.Chosen chosen = choice.get().release().get();
        // Another process of this stick, such as a verb that its owner typed, proves nothing.
        return Files.exists(places.chosen())
                        && Files.isSameFile(places.self(), places.chosen())
                ? Optional.of(new BootedSystem(chosen.version(), chosen.program(), start))
                : Optional.empty();
    }

    /**
     * As if a boot loader counted: good is the image's own, and what has stayed up and in touch.
     */
    @Override
    public Optional<BootEntry> entry(SystemVersion version) throws IOException {
        Optional<AgentChoice> choice = papers.choice();
        if (choice.isEmpty() || !version.equals(version(choice.get()))) {
            return Optional.empty();
        }
        boolean good =
                choice.get().release().map(AgentChoice.Chosen::proven).orElse(true)
                        || papers.wish().well().equals(choice.map(AgentChoice::start));
        return Optional.of(
                new BootEntry(version, good ? Optional.empty() : Optional.of(new BootCount(1, 1))));
    }

    private static SystemVersion version(AgentChoice choice) {
        return choice.release()
                .map(AgentChoice.Chosen::version)
                .orElseGet(() -> new SystemVersion(AgentVersion.CURRENT));
    }

    @Override
    public Map<Sha256, Extent> pieces(SystemFiles wanted) throws IOException {
        PieceIndex index = new PieceIndex();
        for (Path program : new Path[] {places.chosen(), places.image()}) {
            if (Files.exists(program)) {
                index.add(program, SystemPart.PROGRAM.maxSize());
            }
        }
        return index.pieces();
    }

    @Override
    public void ask(SystemOrder order) throws IOException {
        AgentWish before = papers.wish();
        boolean again = asked && before.order().equals(Optional.of(order));
        if (again) {
            return;
        }
        if (order.deed() == SystemOrder.Deed.STAGE) {
            requireRest(order.release());
        }
        Optional<UUID> runs =
                papers.choice().flatMap(AgentChoice::release).map(AgentChoice.Chosen::release);
        AgentWish wish = before.following(order, runs);
        if (order.deed() == SystemOrder.Deed.STAGE) {
            keep(order.release());
        }
        papers.wish(wish);
        forgetOthers(wish);
        asked = true;
    }

    @Override
    public Optional<SystemAnswer> answer() throws IOException {
        return papers.choice().flatMap(AgentChoice::answer);
    }

    /** Each answer takes a restart, and only time changes what was refused at this one. */
    private void requireRest(UUID release) throws IOException {
        Optional<String> refused =
                papers.choice()
                        .flatMap(choice -> choice.refusal(release))
                        .map(SystemAnswer.Trouble::reason);
        if (refused.isPresent() && System.nanoTime() - began < REST.toNanos()) {
            throw new IOException(
                    "the new agent does not run, and is tried again in an hour: " + refused.get());
        }
    }

    private Sha256 ofImage() throws IOException {
        if (imageDigest.isEmpty()) {
            imageDigest = Optional.of(digest(places.image()));
        }
        return imageDigest.get();
    }

    private static Sha256 digest(Path program) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = Files.newInputStream(program)) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        return Sha256.finish(digest.digest());
    }

    /** Whole, so that it is there whatever becomes of what shared pieces with it. */
    private void keep(UUID id) throws IOException {
        byte[] document = Files.readAllBytes(stick.release(id));
        SystemFiles parts =
                SystemFiles.of(
                        SystemFiles.AGENT,
                        ReleaseDocument.read(Json.parseObject(document)).files());
        PieceSource source = PieceSource.staged(stick.staging(SystemFiles.AGENT), pieces(parts));
        AgentFolder folder = new AgentFolder(stick.agent(id));
        files.deleteTree(folder.directory());
        files.createDirectories(folder.directory());
        for (FileEntry piece : parts.pieces(SystemPart.PROGRAM)) {
            files.unsynced().append(folder.program(), source.read(piece));
        }
        files.replace(folder.component(), source.read(parts.descriptor()));
        files.replace(folder.document(), document);
        files.syncTree(folder.directory());
    }

    private void forgetOthers(AgentWish wish) throws IOException {
        try (DirectoryStream<Path> all =
                Files.newDirectoryStream(stick.agentWish().resolveSibling(""))) {
            for (Path each : all) {
                boolean kept = wish.releases().stream().map(stick::agent).anyMatch(each::equals);
                if (Files.isDirectory(each) && !kept) {
                    files.deleteTree(each);
                }
            }
        } catch (NoSuchFileException _) {
            return;
        }
    }
}
