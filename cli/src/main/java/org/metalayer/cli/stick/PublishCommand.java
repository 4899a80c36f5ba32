package org.metalayer.cli.stick;

import picocli.CommandLine.Command;

/** What operators bring to sticks themselves; every way of it is a release like any other. */
@Command(
        name = "publish",
        description = {
            "Propose what no stick has made: another version of the sticks' operating system,"
                    + " or of their agent.",
            "It goes the way of every report: it is examined, approved by a person, signed with the"
                    + " keys of its role, and rolled out in stages."
        },
        subcommands = {PublishOsCommand.class, PublishAgentCommand.class})
public final class PublishCommand {}
