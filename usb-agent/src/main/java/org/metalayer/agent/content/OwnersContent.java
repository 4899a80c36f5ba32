package org.metalayer.agent.content;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.metalayer.agent.files.RefusedEntry;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.system.SystemFiles;

/** All components of a stick, those with a release and those the owner put there. */
public final class OwnersContent {

    private final StickDirectory stick;
    private final ContentScanner scanner;
    private final InstalledComponents installed;

    public OwnersContent(
            StickDirectory stick, ContentScanner scanner, InstalledComponents installed) {
        this.stick = stick;
        this.scanner = scanner;
        this.installed = installed;
    }

    /**
     * What was found.
     *
     * @param strangers entries of {@code module/} that are no components, with reasons
     */
    public record Overview(List<ComponentContent> components, List<RefusedEntry> strangers) {
        public Overview {
            components = List.copyOf(components);
            strangers = List.copyOf(strangers);
        }
    }

    /** One component; empty content where there is no directory. */
    public ComponentContent of(ComponentName component) throws IOException {
        return new ComponentContent(component, release(component), scanner.scan(component));
    }

    /** Everything below {@code module/}, and installed components whose directory is gone. */
    public Overview overview() throws IOException {
        List<RefusedEntry> strangers = new ArrayList<>();
        TreeSet<ComponentName> names = new TreeSet<>(installed.all().keySet());
        names.removeIf(SystemFiles::isOf);
        for (Path entry : entries()) {
            String name = entry.getFileName().toString();
            if (name.startsWith(".")) {
                continue;
            }
            try {
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    names.add(new ComponentName(name));
                } else {
                    strangers.add(
                            new RefusedEntry(
                                    name, "is no directory: put it into the one of its component"));
                }
            } catch (MalformedDocumentException e) {
                strangers.add(new RefusedEntry(name, String.valueOf(e.getMessage())));
            }
        }
        List<ComponentContent> components = new ArrayList<>();
        for (ComponentName name : names) {
            components.add(of(name));
        }
        return new Overview(components, strangers);
    }

    /** The components that have a directory. */
    public Set<ComponentName> names() throws IOException {
        Set<ComponentName> names = new TreeSet<>();
        for (Path entry : entries()) {
            String name = String.valueOf(entry.getFileName());
            if (ComponentName.isOne(name) && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                names.add(new ComponentName(name));
            }
        }
        return names;
    }

    /** A system does not lie among the owner's files, whatever of that name lies there. */
    private Optional<Installed> release(ComponentName component) throws IOException {
        return SystemFiles.isOf(component) ? Optional.empty() : installed.of(component);
    }

    private List<Path> entries() throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(stick.module())) {
            stream.forEach(entries::add);
        } catch (NoSuchFileException e) {
            return List.of();
        }
        entries.sort(null);
        return entries;
    }
}
