package org.metalayer.server.evaluation.capability;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What a compiled program asks the system for, told from the names of functions that it imports: in
 * an ELF they lie between zero bytes ({@code .dynstr}, System V ABI "String Table").
 */
final class Imports {

    private static final Map<String, Ability> NAMES =
            Map.of(
                    "bind", Ability.LISTENS,
                    "listen", Ability.LISTENS,
                    "accept", Ability.LISTENS,
                    "accept4", Ability.LISTENS,
                    "connect", Ability.NETWORK,
                    "socket", Ability.NETWORK,
                    "getaddrinfo", Ability.NETWORK,
                    "setuid", Ability.PRIVILEGE,
                    "setresuid", Ability.PRIVILEGE,
                    "ptrace", Ability.PRIVILEGE);

    private Imports() {}

    static Set<Ability> of(byte[] program) {
        String text = new String(program, StandardCharsets.ISO_8859_1);
        Set<Ability> found = EnumSet.noneOf(Ability.class);
        NAMES.forEach((name, ability) -> {
            if (text.contains("\0" + name + "\0") || text.contains("\0" + name + "@")) {
                found.add(ability);
            }
        });
        return found;
    }
}
