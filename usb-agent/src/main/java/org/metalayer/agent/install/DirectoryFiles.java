package org.metalayer.agent.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.OptionalLong;
import org.metalayer.agent.files.RawPath;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.health.ComponentFiles;

/** The files of a component in a directory of the stick. */
record DirectoryFiles(Path directory) implements ComponentFiles {

    @Override
    public OptionalLong size(RelativePath path) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(
                            RawPath.resolve(directory, path),
                            BasicFileAttributes.class,
                            LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile()
                    ? OptionalLong.of(attributes.size())
                    : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public InputStream open(RelativePath path) throws IOException {
        return Files.newInputStream(RawPath.resolve(directory, path), LinkOption.NOFOLLOW_LINKS);
    }
}
