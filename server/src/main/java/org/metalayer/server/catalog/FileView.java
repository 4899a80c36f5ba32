package org.metalayer.server.catalog;

import java.util.List;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileManifest;

/** One file of a release or of a report. */
public record FileView(String path, long size, String mode, String sha256) {

    public static List<FileView> of(FileManifest files) {
        return files.entries().stream().map(FileView::of).toList();
    }

    private static FileView of(FileEntry file) {
        return new FileView(
                file.path().value(), file.size(), file.mode().octal(), file.sha256().hex());
    }
}
