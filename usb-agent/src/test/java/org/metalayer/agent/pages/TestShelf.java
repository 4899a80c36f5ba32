package org.metalayer.agent.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.agent.content.ContentScanner;
import org.metalayer.agent.content.Installed;
import org.metalayer.agent.content.InstalledComponents;
import org.metalayer.agent.content.OwnersContent;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.files.FileSet;
import org.metalayer.agent.files.RawPath;
import org.metalayer.agent.files.StorageFaults;
import org.metalayer.agent.install.Journal;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.stick.Storage;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.FileManifest;

/** A stick with content, of which no agent runs. */
record TestShelf(StickDirectory stick, Shelf shelf) {

    static TestShelf in(Path root) throws IOException {
        StickDirectory stick = new StickDirectory(root);
        Files.createDirectories(stick.control());
        Files.createDirectories(stick.module());
        ContentScanner scanner = new ContentScanner(stick, files());
        InstalledComponents installed = new InstalledComponents(stick, files());
        Shelf shelf =
                new Shelf(
                        stick,
                        scanner,
                        installed,
                        new Journal(stick, files()),
                        new OwnersContent(stick, scanner, installed));
        return new TestShelf(stick, shelf);
    }

    static DurableFiles files() {
        return Storage.with(StorageFaults.none()).files();
    }

    Path directory(String component) {
        return stick.content(new ComponentName(component));
    }

    TestShelf write(String component, String path, String text) throws IOException {
        Path file = RawPath.resolve(directory(component), path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
        return this;
    }

    /** Makes what is in the component's directory now a release. */
    TestShelf release(String component, long version) throws IOException {
        ComponentName name = new ComponentName(component);
        FileManifest files = new FileManifest(shelf.scanner().scan(name).files());
        Installed release =
                new Installed(
                        name,
                        UUID.randomUUID(),
                        version,
                        UUID.randomUUID(),
                        files,
                        FileSet.of(files),
                        false,
                        Optional.empty());
        shelf.installed().set(name, Optional.of(release));
        return this;
    }
}
