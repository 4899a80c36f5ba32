package org.metalayer.cli.keys;

import picocli.CommandLine.Command;

/** {@code keys}: what the keepers of the offline keys do. */
@Command(
        name = "keys",
        aliases = "key",
        description = "Make keys, see what is being signed, sign, and bring it to the Main System.",
        subcommands = {
            CreateCommand.class,
            LockCommand.class,
            ListCommand.class,
            PendingCommand.class,
            ShowCommand.class,
            PrepareCommand.class,
            RotateCommand.class,
            RevokeCommand.class,
            SignCommand.class,
            PublishCommand.class,
            SecureBootCommand.class
        },
        footer = {
            "",
            "create, lock, show, prepare, rotate, revoke, sign and secure-boot need no Main System"
                    + " and no network:",
            "run them on a machine apart. Signing files hold no secret and travel on any stick.",
            "",
            "A release that is executed:",
            "  ./metalayer keys pending --out code.json      at the Main System",
            "  ./metalayer keys show code.json               where the key is",
            "  ./metalayer keys sign code.json --key release.key",
            "  ./metalayer keys publish code.json            at the Main System",
            "",
            "docs/operations.md has the whole way, with several keepers and lost keys."
        })
public final class KeysCommand {}
