package org.metalayer.server.evaluation.vetting;

import java.util.stream.Stream;

/**
 * What contributors give away without meaning to. All of it is made up, and put together from
 * pieces so that no scanner takes this file for a leak.
 */
final class CarelessFiles {

    private static final String LONG = "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0";

    private CarelessFiles() {}

    static Stream<Sample> samples() {
        return Stream.concat(
                samples(
                        "secret",
                        "-----BEGIN RSA " + "PRIVATE KEY-----",
                        "-----BEGIN " + "PRIVATE KEY-----",
                        "PuTTY-User-" + "Key-File-3: ssh-ed25519",
                        "AKIA" + "QWERTYUIOPASDFGH",
                        "aws_secret = '" + LONG + "'",
                        "AIza" + LONG.substring(0, 35),
                        "GOCSPX-" + LONG.substring(0, 28),
                        "gh" + "p_" + LONG.substring(0, 36),
                        "github" + "_pat_" + LONG + LONG.substring(0, 20),
                        "glp" + "at-" + LONG.substring(0, 20),
                        "xox" + "b-1234567890-abcdefghij",
                        "https://hooks.slack" + ".com/services/T00000000/B00000000/abcdefgh",
                        "sk_" + "live_" + LONG.substring(0, 24),
                        "SG." + LONG.substring(0, 22) + "." + LONG.substring(0, 30),
                        "np" + "m_" + LONG.substring(0, 36),
                        "hf" + "_" + LONG.substring(0, 34),
                        "sk-" + LONG,
                        "eyJ" + LONG + ".eyJ" + LONG + "." + LONG,
                        "postgres://admin:hunter2hunter@db:5432/x",
                        "{\"password\": \"correct-horse-battery\"}",
                        "client_secret = \"abcdef0123456789\"",
                        "apiKey: \"" + LONG.substring(0, 24) + "\"",
                        "psk=\"my home network\"",
                        "mlo" + "_" + LONG),
                samples(
                        "personal data",
                        "written by jane.doe@gmail.com",
                        "/home/jane/music/list.m3u",
                        "/Users/jane/Music/list.m3u",
                        "C:\\Users\\jane\\Music\\list.m3u",
                        "kitchen-pc.local/share",
                        "nas.fritz.box/music",
                        "192.168.178.20/music",
                        "aa:bb:cc:dd:ee:01 is the stick"));
    }

    private static Stream<Sample> samples(String technique, String... lines) {
        return Stream.of(lines)
                .map(line ->
                        Sample.text(technique, "secrets", "notes.txt", "first line\n" + line + "\n")
                                .named(line.substring(0, 6) + "… " + line.length()));
    }
}
