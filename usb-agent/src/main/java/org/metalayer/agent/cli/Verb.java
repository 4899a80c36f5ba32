package org.metalayer.agent.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** What can be said to a stick, in the order in which the help lists it. */
enum Verb {
    INIT,
    SETUP,
    RUN,
    STATUS,
    SCREEN,
    CHANGES,
    REPORT,
    INSTALL,
    DECLINE,
    ROLLBACK,
    ENROL,
    CONFIRM_RESTORE,
    NEW_IDENTITY,
    SYNC,
    APPLY_SYSTEM,
    CHOOSE_AGENT;

    /** The one that is said with this word; empty where it is none. */
    static Optional<Verb> of(String word) {
        return Stream.of(values()).filter(verb -> verb.word().equals(word)).findFirst();
    }

    /** As it is typed. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The command behind it, new each time: arguments are put into it. */
    Callable<Integer> command() {
        return switch (this) {
            case INIT -> new InitCommand();
            case SETUP -> new SetupCommand();
            case RUN -> new RunCommand();
            case STATUS -> new StatusCommand();
            case SCREEN -> new ScreenCommand();
            case CHANGES -> new ChangesCommand();
            case REPORT -> new ReportCommand();
            case INSTALL -> new InstallCommand();
            case DECLINE -> new DeclineCommand();
            case ROLLBACK -> new RollbackCommand();
            case ENROL -> new EnrolCommand();
            case CONFIRM_RESTORE -> new ConfirmRestoreCommand();
            case NEW_IDENTITY -> new NewIdentityCommand();
            case SYNC -> new SyncCommand();
            case APPLY_SYSTEM -> new SystemCommand();
            case CHOOSE_AGENT -> new ChooseAgentCommand();
        };
    }
}
