package org.metalayer.cli.up;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** An installation whose Main System is the stand-in. */
final class StandInInstallation {

    private StandInInstallation() {}

    static void in(Path home) throws IOException {
        Path jar = home.resolve("server/target/quarkus-app/quarkus-run.jar");
        Files.createDirectories(jar.getParent());
        Files.writeString(home.resolve("server/jvm.options"), "-XX:+UseSerialGC\n");
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, StandInServer.class.getName());
        attributes.put(Attributes.Name.CLASS_PATH, testClasses().toString());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            out.finish();
        }
    }

    private static URI testClasses() {
        try {
            return StandInServer.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
