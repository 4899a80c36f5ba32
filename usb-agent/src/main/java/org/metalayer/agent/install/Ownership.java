package org.metalayer.agent.install;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Whose the content is. An agent that runs as root hands what it installs to whoever owns the
 * content directory: otherwise the owner could no longer edit an upgraded component.
 */
record Ownership(int uid, int gid) {

    private static final int ROOT = 0;

    static Ownership of(Path path) throws IOException {
        return new Ownership(id(path, "unix:uid"), id(path, "unix:gid"));
    }

    /** Hands over a tree that root has made; only root can. */
    void giveTo(Path tree) throws IOException {
        Ownership made = of(tree);
        if (made.uid() == ROOT && !equals(made)) {
            Files.walkFileTree(tree, new Giving());
        }
    }

    private static int id(Path path, String attribute) throws IOException {
        return (int) Files.getAttribute(path, attribute, LinkOption.NOFOLLOW_LINKS);
    }

    private final class Giving extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                throws IOException {
            return give(directory);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            return give(file);
        }

        private FileVisitResult give(Path path) throws IOException {
            Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
            return FileVisitResult.CONTINUE;
        }
    }
}
