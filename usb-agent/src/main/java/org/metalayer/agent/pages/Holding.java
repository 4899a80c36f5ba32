package org.metalayer.agent.pages;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.health.ComponentDescriptor;
import org.metalayer.protocol.health.ComponentFiles;

/** The files of one component in one edition. */
@FunctionalInterface
interface Holding {

    /** The page that is opened where a component names none. */
    RelativePath INDEX = new RelativePath("index.html");

    /** Opens a file, when it is of this edition. */
    Find find(RelativePath path) throws IOException;

    /** What the component says of itself; nothing where it does not, or says it wrongly. */
    default ComponentDescriptor descriptor() throws IOException {
        Optional<byte[]> json = read(ComponentDescriptor.PATH, ComponentDescriptor.MAX_LENGTH);
        try {
            return ComponentDescriptor.of(new OneFile(json));
        } catch (MalformedDocumentException e) {
            return ComponentDescriptor.of(new OneFile(Optional.empty()));
        }
    }

    /** The page to open. */
    default RelativePath entry() throws IOException {
        return descriptor().entry().orElse(INDEX);
    }

    /** Whether there is such a file. */
    default boolean has(RelativePath path) throws IOException {
        return read(path, 0).isPresent();
    }

    /** The bytes of a file; none of one that is longer than {@code most}. */
    private Optional<byte[]> read(RelativePath path, int most) throws IOException {
        if (!(find(path) instanceof Find.Present(var file, var _))) {
            return Optional.empty();
        }
        try (file) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (file.size() <= most) {
                new FileBody(file, ByteRange.whole(file.size())).writeTo(bytes);
            }
            return Optional.of(bytes.toByteArray());
        }
    }

    /** What of a component is enough to know what it says of itself. */
    record OneFile(Optional<byte[]> bytes) implements ComponentFiles {

        @Override
        public OptionalLong size(RelativePath path) {
            return bytes.isPresent() && path.equals(ComponentDescriptor.PATH)
                    ? OptionalLong.of(bytes.get().length)
                    : OptionalLong.empty();
        }

        @Override
        public InputStream open(RelativePath path) {
            return new ByteArrayInputStream(bytes.orElseThrow());
        }
    }
}
