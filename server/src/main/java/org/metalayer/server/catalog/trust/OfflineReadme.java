package org.metalayer.server.catalog.trust;

/** What lies beside the offline keys, for whoever finds the folder. */
final class OfflineReadme {

    static final String TEXT =
            """
            THESE ARE THE OFFLINE KEYS OF A META LAYER MAIN SYSTEM

            Move this whole folder to a medium that you keep apart from the Main System, such as two
            USB sticks in two different drawers, and delete it here. The Main System runs without
            it. As long as it lies here, whoever takes over this machine can push any code to every
            stick. After it is gone, they cannot.

              root.key     says which keys count at all. Needed to replace a lost or stolen key.
                           Lose it, and nobody can replace keys any more.
              targets.key  says which keys may sign releases. Needed to replace release.key.
              release.key  a person's signature under releases that are executed (code, agent, os).
                           Needed for each of them; content is released without it.

            Protect each with a passphrase:  ./metalayer keys lock release.key --out release.locked
            Look at what they are, sign, raise thresholds, replace:  ./metalayer keys --help
            The whole way is described in docs/operations.md.
            """;

    private OfflineReadme() {}
}
