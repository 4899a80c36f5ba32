package org.metalayer.agent.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.RelativePath;

/** What must hold for every three trees, tried on many small ones that clash in every way. */
class ThreeWayPropertyTest {

    private static final int ROUNDS = 2_000;
    private static final String[] PATHS = {
        "a", "A", "b", "a/b", "a/c", "A/d", "b/c/d", "e", "é", "É"
    };

    private final Random random = new Random(20_261_105L);

    private record Three(FileManifest base, FileManifest local, FileManifest incoming) {
        Merge merge() {
            return ThreeWay.merge(base, Tree.of(local), incoming);
        }

        Three withSidesSwapped() {
            return new Three(base, /* local= */ incoming, /* incoming= */ local);
        }
    }

    @Test
    void neverDiscardsALocalChange() {
        forAll(three -> {
            SortedMap<RelativePath, FileEntry> result = three.merge().files();
            three.local()
                    .files()
                    .forEach((path, file) -> {
                        if (!file.equals(three.base().files().get(path))) {
                            assertThat(result).containsEntry(path, file);
                        }
                    });
        });
    }

    @Test
    void neverBringsBackSilentlyWhatTheOwnerDeleted() {
        forAll(three -> {
            SortedMap<RelativePath, FileEntry> result = three.merge().files();
            three.base().files().keySet().stream()
                    .filter(path -> !three.local().files().containsKey(path))
                    .forEach(path -> assertThat(result).doesNotContainKey(path));
        });
    }

    @Test
    void withoutLocalChangesTheResultIsTheRelease() {
        forAll(three -> {
            Merge merge = new Three(three.base(), three.base(), three.incoming()).merge();
            assertThat(merge.isClean()).isTrue();
            assertThat(merge.files()).isEqualTo(three.incoming().files());
        });
    }

    @Test
    void withoutChangesOfTheReleaseTheResultIsWhatTheOwnerHas() {
        forAll(three -> {
            Merge merge = new Three(three.base(), three.local(), three.base()).merge();
            assertThat(merge.isClean()).isTrue();
            assertThat(merge.files()).isEqualTo(three.local().files());
        });
    }

    @Test
    void whoChangedWhatDoesNotMatterWhereNothingConflicts() {
        forAll(three -> {
            Merge there = three.merge();
            Merge back = three.withSidesSwapped().merge();
            assertThat(there.isClean()).isEqualTo(back.isClean());
            if (there.isClean()) {
                assertThat(there.files()).isEqualTo(back.files());
            }
        });
    }

    @Test
    void theResultCanAlwaysBeLaidOut() {
        forAll(three -> assertThat(new FileManifest(three.merge().files())).isNotNull());
    }

    @Test
    void whatNobodyChangedIsNeverAConflict() {
        forAll(three ->
                three.merge()
                        .conflicts()
                        .keySet()
                        .forEach(path -> assertThat(changed(three, path)).isTrue()));
    }

    private static boolean changed(Three three, RelativePath path) {
        FileEntry incoming = three.incoming().files().get(path);
        FileEntry base = three.base().files().get(path);
        return incoming == null ? base != null : !incoming.equals(base);
    }

    private void forAll(Consumer<Three> property) {
        for (int round = 0; round < ROUNDS; round++) {
            FileManifest base = tree(new TreeMap<>());
            property.accept(new Three(base, changed(base), changed(base)));
        }
    }

    private FileManifest changed(FileManifest base) {
        SortedMap<RelativePath, FileEntry> kept = new TreeMap<>(base.files());
        kept.keySet().removeIf(path -> random.nextInt(4) == 0);
        return tree(kept);
    }

    /** Adds files at random wherever they do not clash with what is there. */
    private FileManifest tree(SortedMap<RelativePath, FileEntry> files) {
        int additions = random.nextInt(5);
        for (int i = 0; i < additions; i++) {
            String content = Integer.toString(random.nextInt(3));
            FileEntry added = TreeSketch.entry(PATHS[random.nextInt(PATHS.length)], content);
            if (new PathClaims(files.keySet()).clashWith(added.path()).isEmpty()) {
                files.put(added.path(), added);
            }
        }
        return new FileManifest(files);
    }
}
