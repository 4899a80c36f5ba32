package org.metalayer.agent.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.agent.files.SmallFile;
import org.metalayer.agent.program.AgentStarts.Tries;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.system.NotVouchedException;
import org.metalayer.agent.system.SystemAnswer;
import org.metalayer.agent.system.VouchedSystem;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.message.ReleaseDocument;
import org.metalayer.protocol.system.Beginning;
import org.metalayer.protocol.system.SystemDescriptor;
import org.metalayer.protocol.system.SystemFiles;
import org.metalayer.protocol.system.SystemPart;
import org.metalayer.protocol.system.SystemVersion;
import org.metalayer.protocol.trust.ReleaseRole;

/** Examines agents that lie on the stick, where a taken-over one may have put anything. */
final class Candidates {

    private final StickDirectory stick;
    private final VouchedSystem vouched;
    private final InstantSource clock;
    private final SystemVersion own;

    Candidates(StickDirectory stick, AgentPlaces places, InstantSource clock, SystemVersion own) {
        this.stick = stick;
        this.vouched =
                new VouchedSystem(stick, places.firstRoot(), places.trust(), ReleaseRole.AGENT);
        this.clock = clock;
        this.own = own;
    }

    /** What was found. */
    sealed interface Finding {}

    /**
     * It may run.
     *
     * @param tries before this start
     */
    record Fit(Tries tries, SystemDescriptor descriptor) implements Finding {

        AgentChoice.Chosen chosen() {
            return new AgentChoice.Chosen(
                    tries.release(), descriptor.version(), descriptor.digest(), tries.proven());
        }
    }

    /**
     * It may not, now.
     *
     * @param vouched whether those who may still could vouch for it
     */
    record Unfit(SystemAnswer.Trouble why, boolean vouched) implements Finding {}

    /**
     * Examines one.
     *
     * @param copy where its program is put, out of the agent's reach, while it is examined
     */
    Finding examine(UUID id, Optional<Tries> before, Path copy) {
        if (before.filter(Tries::isSpent).isPresent()) {
            return unfit("it did not stay up in %s starts".formatted(before.get().vain()), true);
        }
        AgentFolder folder = new AgentFolder(stick.agent(id));
        try {
            byte[] document = SmallFile.read(folder.document(), VouchedSystem.MAX_DOCUMENT);
            Tries tries = before.orElseGet(() -> new Tries(id, 0, Sha256.of(document), false));
            SystemFiles parts = SystemFiles.of(SystemFiles.AGENT, release(tries, document).files());
            SystemDescriptor descriptor = descriptor(folder, parts.descriptor());
            if (descriptor.version().compareTo(own) <= 0) {
                return unfit(
                        "the image has version %s, this is %s".formatted(own, descriptor.version()),
                        true);
            }
            copy(folder.program(), parts.size(SystemPart.PROGRAM), descriptor.digest(), copy);
            return new Fit(tries, descriptor);
        } catch (MalformedDocumentException e) {
            return unfit(String.valueOf(e.getMessage()), true);
        } catch (NotVouchedException e) {
            return new Unfit(
                    new SystemAnswer.Trouble(String.valueOf(e.getMessage()), false), false);
        } catch (IOException | RuntimeException e) {
            return unfit(e.getMessage() == null ? e.toString() : e.getMessage(), false);
        }
    }

    /**
     * Who vouches for a new one is found out by the clock too. One that has proved itself does not
     * go because nobody could be asked for a month, or a power cut tore the metadata: only because
     * those who may say no more.
     */
    private ReleaseDocument release(Tries tries, byte[] document) throws IOException {
        try {
            return vouched.release(
                    tries.release(), document, tries.proven() ? Instant.MIN : clock.instant());
        } catch (NotVouchedException e) {
            throw e;
        } catch (IOException e) {
            if (tries.proven() && tries.document().equals(Sha256.of(document))) {
                return ReleaseDocument.read(Json.parseObject(document));
            }
            throw e;
        }
    }

    private static SystemDescriptor descriptor(AgentFolder folder, FileEntry file)
            throws IOException {
        byte[] component = SmallFile.read(folder.component(), Math.toIntExact(file.size()));
        if (!Sha256.of(component).equals(file.sha256())) {
            throw new IOException("its component.json is damaged");
        }
        return SystemDescriptor.of(SystemFiles.AGENT, Json.parseObject(component));
    }

    /** Whoever changes the program meanwhile changes what was read of it, and is found out. */
    private static void copy(Path program, long size, Sha256 wanted, Path copy) throws IOException {
        if (!Files.isRegularFile(program, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("its program is not there");
        }
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new Beginning(Files.newInputStream(program), size + 1);
                OutputStream out = new DigestOutputStream(Files.newOutputStream(copy), digest)) {
            in.transferTo(out);
        }
        if (!Sha256.finish(digest.digest()).equals(wanted)) {
            Files.delete(copy);
            throw new IOException("its program is damaged");
        }
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Unfit unfit(String reason, boolean release) {
        return new Unfit(new SystemAnswer.Trouble(reason, release), true);
    }
}
