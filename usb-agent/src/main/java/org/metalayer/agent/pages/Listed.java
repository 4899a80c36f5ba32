package org.metalayer.agent.pages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeSet;
import org.metalayer.agent.content.ComponentContent;
import org.metalayer.agent.content.Installed;
import org.metalayer.protocol.ComponentName;

/**
 * One component on the start page.
 *
 * @param title its own, or its name
 * @param version of the installed release
 * @param opens whether the release has a page to open, with the release's bytes
 * @param changes files in which the owner's state differs from the release
 * @param previews whether the owner's state has a page to open
 */
record Listed(
        ComponentName component,
        String title,
        OptionalLong version,
        boolean opens,
        int changes,
        boolean previews) {

    static List<Listed> all(Shelf shelf) throws IOException {
        SortedMap<ComponentName, Installed> installed = shelf.installed().all();
        TreeSet<ComponentName> names = new TreeSet<>(installed.keySet());
        names.addAll(shelf.content().names());
        List<Listed> all = new ArrayList<>();
        for (ComponentName name : names) {
            all.add(of(shelf, name, Optional.ofNullable(installed.get(name))));
        }
        return all;
    }

    static String title(Shelf shelf, Site site) throws IOException {
        return shelf.holding(site).descriptor().title().orElse(site.component().value());
    }

    private static Listed of(Shelf shelf, ComponentName name, Optional<Installed> installed)
            throws IOException {
        Site release = new Site(name, Edition.RELEASE);
        Site preview = new Site(name, Edition.PREVIEW);
        ComponentContent now = new ComponentContent(name, installed, shelf.scanner().look(name));
        int changes = now.changes().size();
        return new Listed(
                name,
                title(shelf, installed.isPresent() ? release : preview),
                installed.map(it -> OptionalLong.of(it.version())).orElse(OptionalLong.empty()),
                installed.isPresent() && opens(shelf.holding(release)),
                changes,
                changes > 0 && opens(shelf.holding(preview)));
    }

    private static boolean opens(Holding holding) throws IOException {
        return holding.has(holding.entry());
    }
}
