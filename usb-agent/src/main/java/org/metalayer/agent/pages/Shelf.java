package org.metalayer.agent.pages;

import java.nio.file.Path;
import org.metalayer.agent.content.ContentScanner;
import org.metalayer.agent.content.InstalledComponents;
import org.metalayer.agent.content.OwnersContent;
import org.metalayer.agent.install.Journal;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.ComponentName;

/** What of a stick is shown. Nothing here writes, and all of it may be read from many threads. */
public record Shelf(
        StickDirectory stick,
        ContentScanner scanner,
        InstalledComponents installed,
        Journal journal,
        OwnersContent content) {

    Path directory(ComponentName component) {
        return stick.content(component);
    }

    Holding holding(Site site) {
        return switch (site.edition()) {
            case RELEASE -> new Release(this, site.component());
            case PREVIEW -> new Preview(this, site.component());
        };
    }
}
