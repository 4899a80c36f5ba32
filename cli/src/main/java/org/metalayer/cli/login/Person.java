package org.metalayer.cli.login;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.platform.Environment;

/** Asks the person at the terminal, where there is one. */
public final class Person {
    private final Environment environment;

    public Person(Environment environment) {
        this.environment = environment;
    }

    String username() {
        String name = console("--user NAME").readLine("Username: ");
        return required(name, "a username is needed: --user NAME");
    }

    /** Not shown while it is typed. */
    String password() {
        char[] typed = console("--password-stdin").readPassword("Password: ");
        return required(typed == null ? null : new String(typed), "a password is needed");
    }

    /** The first line of standard input. */
    public String passwordFromInput() {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(environment.in(), StandardCharsets.UTF_8));
        try {
            return required(in.readLine(), "--password-stdin, but standard input is empty");
        } catch (IOException e) {
            throw new CliException("cannot read the password from standard input", e);
        }
    }

    private Console console(String instead) {
        return Optional.ofNullable(System.console())
                .filter(console -> environment.terminal())
                .orElseThrow(
                        () -> new CliException("there is no terminal to ask at; give " + instead));
    }

    private static String required(@Nullable String answer, String complaint) {
        if (answer == null || answer.isEmpty()) {
            throw new CliException(complaint);
        }
        return answer;
    }
}
