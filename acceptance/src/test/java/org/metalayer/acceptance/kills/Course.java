package org.metalayer.acceptance.kills;

import java.io.IOException;
import java.nio.file.Files;
import java.util.SortedMap;
import org.metalayer.acceptance.harness.Background;
import org.metalayer.acceptance.harness.Owner;
import org.metalayer.acceptance.harness.StickProcess;
import org.metalayer.acceptance.harness.Trees;

/** A way that an installation of the new player can take on a stick that runs the old one. */
enum Course {
    /** The new release comes, and stays. */
    UPGRADE {
        @Override
        SortedMap<String, String> end(SortedMap<String, String> before) throws IOException {
            return Player.NEW.contents();
        }
    },
    /** The owner changed a file that the new release changes too: nothing happens. */
    CONFLICT {
        @Override
        void prepare(StickProcess stick) throws IOException {
            new Owner(stick).writes(Player.COMPONENT, Player.CHANGED_BY_NEW, "/* mine */");
        }
    },
    /** A file of the owner's stands where the component belongs: it is put off. */
    IN_THE_WAY {
        @Override
        void prepare(StickProcess stick) throws IOException {
            Trees.delete(stick.content(Player.COMPONENT));
            Files.writeString(stick.content(Player.COMPONENT), "my playlist");
        }
    },
    /** The owner leaves the new release, which runs, for the old one. */
    LEFT_BY_ITS_OWNER {
        @Override
        Player runs() {
            return Player.NEW;
        }

        @Override
        Background begin(StickProcess stick) {
            return stick.starts("rollback", Player.COMPONENT);
        }

        @Override
        SortedMap<String, String> end(SortedMap<String, String> before) throws IOException {
            return Player.OLD.contents();
        }
    };

    /** What is installed at first. */
    Player runs() {
        return Player.OLD;
    }

    /** What the owner does first. */
    void prepare(StickProcess stick) throws IOException {
        // Nothing, most of the time.
    }

    Background begin(StickProcess stick) {
        return stick.start().agent();
    }

    /** What is there in the end. */
    SortedMap<String, String> end(SortedMap<String, String> before) throws IOException {
        return before;
    }
}
