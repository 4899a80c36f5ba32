package org.metalayer.server.evaluation.content;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Texts;
import org.metalayer.server.evaluation.content.ArchiveBudget.BombException;

/**
 * Opens one file of a report as deep as archives go, and hands out what lies inside. What it cannot
 * look into it objects to: a person then has to.
 */
final class Unpacker {

    private static final Set<FileKind> OPENED = Set.of(FileKind.ZIP, FileKind.TAR, FileKind.GZIP);
    private static final int BUFFER = 8192;

    private final ArchiveBudget budget;
    private final PartVisitor visitor;
    private final List<Objection> objections = new ArrayList<>();

    Unpacker(long packed, PartVisitor visitor) {
        this.budget = new ArchiveBudget(packed);
        this.visitor = visitor;
    }

    List<Objection> unpack(Part file) throws IOException {
        try {
            descend(file);
        } catch (BombException e) {
            objections.add(
                    Objection.refusal(
                            "%s is an archive bomb: %s".formatted(file.name(), e.getMessage())));
        }
        return objections;
    }

    private void descend(Part part) throws IOException, BombException {
        visitor.visit(part);
        FileKind kind = part.kind();
        if (!kind.isArchive()) {
            return;
        }
        if (!OPENED.contains(kind)) {
            object(part, "is packed in a way that cannot be looked into");
        } else if (part.depth() >= ArchiveBudget.MAX_DEPTH) {
            throw new BombException(
                    "archives lie more than %d deep".formatted(ArchiveBudget.MAX_DEPTH));
        } else if (part.size() > ArchiveBudget.MAX_IN_MEMORY) {
            object(part, "is too large an archive to be looked into");
        } else {
            open(part, kind);
        }
    }

    private void open(Part archive, FileKind kind) throws IOException, BombException {
        byte[] bytes = archive.first(ArchiveBudget.MAX_IN_MEMORY);
        try {
            switch (kind) {
                case ZIP -> new ZipReader(bytes).read(entry -> take(archive, entry));
                case TAR -> new TarReader(bytes).read(entry -> take(archive, entry));
                default -> GzipReader.read(bytes, entry -> take(archive, entry));
            }
        } catch (NoClassDefFoundError e) {
            // The library knows more ways of packing, such as Zstandard, than it brings along.
            object(archive, "is packed in a way that cannot be looked into");
        } catch (IOException | IllegalArgumentException e) {
            object(
                    archive,
                    "is a damaged archive (%s)"
                            .formatted(Texts.shown(String.valueOf(e.getMessage()))));
        }
    }

    private void take(Part archive, ArchiveEntry entry) throws IOException, BombException {
        budget.entry();
        String name = archive.name() + "!" + Texts.shown(entry.name());
        entry.peculiarity().ifPresent(what -> objections.add(Objection.doubt(name + " " + what)));
        if (!entry.generated()) {
            objectionTo(name, entry.name()).ifPresent(objections::add);
        }
        if (entry.content().isEmpty()) {
            return;
        }
        Optional<byte[]> content = read(entry.content().get());
        if (content.isEmpty()) {
            objections.add(
                    Objection.doubt(name + " is too large to be looked at inside of an archive"));
            return;
        }
        byte[] bytes = content.get();
        byte[] head = java.util.Arrays.copyOf(bytes, Math.min(bytes.length, FileKind.HEAD));
        descend(
                new Part(
                        name,
                        bytes.length,
                        head,
                        archive.depth() + 1,
                        () -> new ByteArrayInputStream(bytes)));
    }

    private static Optional<Objection> objectionTo(String shown, String name) {
        boolean reachesOut =
                name.startsWith("/")
                        || name.contains("\\")
                        || name.matches("(?s)[A-Za-z]:.*")
                        || Set.of(name.split("/", -1)).contains("..");
        if (reachesOut) {
            return Optional.of(
                    Objection.refusal(shown + " would be written outside of where it is unpacked"));
        }
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        return RelativePath.objectionTo(path)
                .map(why ->
                        Objection.doubt("%s: %s".formatted(shown, why.explain(Texts.shown(path)))))
                .or(() -> LookalikeName.in(path).map(why -> Objection.doubt(shown + " " + why)));
    }

    /** All of it, or nothing where it does not fit into memory; either way it is counted. */
    private Optional<byte[]> read(InputStream in) throws IOException, BombException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            budget.unpacked(read);
            if (out.size() + read > ArchiveBudget.MAX_IN_MEMORY) {
                return Optional.empty();
            }
            out.write(buffer, 0, read);
        }
        return Optional.of(out.toByteArray());
    }

    private void object(Part part, String what) {
        objections.add(Objection.doubt(part.name() + " " + what));
    }
}
