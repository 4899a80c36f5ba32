package org.metalayer.agent.stick;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.json.JsonObject;

/**
 * A directory with one {@link StateFile} per component.
 *
 * @param <T> an immutable value
 */
public final class ComponentStates<T> {

    private static final String SUFFIX = ".json";

    private final DurableFiles files;
    private final Path directory;
    private final Function<JsonObject, T> reader;
    private final Function<T, JsonObject> writer;

    public ComponentStates(
            DurableFiles files,
            Path directory,
            Function<JsonObject, T> reader,
            Function<T, JsonObject> writer) {
        this.files = files;
        this.directory = directory;
        this.reader = reader;
        this.writer = writer;
    }

    public Optional<T> of(ComponentName component) throws IOException {
        return file(component).read();
    }

    public SortedMap<ComponentName, T> all() throws IOException {
        SortedMap<ComponentName, T> all = new TreeMap<>();
        for (ComponentName component : components()) {
            of(component).ifPresent(value -> all.put(component, value));
        }
        return all;
    }

    /**
     * Moves files that cannot be read into another directory of the stick.
     *
     * @return where they are now
     */
    public List<Path> setDamagedAside(Path aside) throws IOException {
        List<Path> damaged = new ArrayList<>();
        for (ComponentName component : components()) {
            try {
                of(component);
            } catch (DamagedStateException _) {
                Path place = aside.resolve(component.value() + SUFFIX);
                files.createDirectories(aside);
                files.move(directory.resolve(component.value() + SUFFIX), place);
                damaged.add(place);
            }
        }
        return damaged;
    }

    private List<ComponentName> components() throws IOException {
        List<ComponentName> components = new ArrayList<>();
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(directory, "[a-z0-9]*" + SUFFIX)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                components.add(
                        new ComponentName(name.substring(0, name.length() - SUFFIX.length())));
            }
        } catch (NoSuchFileException e) {
            return List.of();
        }
        return components;
    }

    /** Durable when it returns. */
    public void put(ComponentName component, T value) throws IOException {
        file(component).write(value);
    }

    public void remove(ComponentName component) throws IOException {
        file(component).delete();
    }

    private StateFile<T> file(ComponentName component) {
        return new StateFile<>(
                files, directory.resolve(component.value() + SUFFIX), reader, writer);
    }
}
