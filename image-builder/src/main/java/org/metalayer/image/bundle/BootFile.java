package org.metalayer.image.bundle;

import java.util.regex.Pattern;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * What takes part in a start: a kernel with everything it needs, in one file of the EFI partition,
 * or the boot loader, or something that the loader reads.
 *
 * @param path on the EFI partition, of a kernel without the counter of attempts
 */
public record BootFile(String path, Sha256 sha256) {

    /** Where kernels lie on the EFI partition. */
    public static final String FOLDER = "EFI/Linux";

    private static final Pattern KERNEL = Pattern.compile(FOLDER + "/[^/]+");

    /** Changes with every start. */
    private static final String RANDOM_SEED = "loader/random-seed";

    /** Whether the firmware or the boot loader looks at what lies there. */
    static boolean isOne(String path) {
        return path.matches("(?i)(EFI|loader)/.*") && !path.equals(RANDOM_SEED);
    }

    /** {@code path} as it is before and after any number of attempts to boot it. */
    static String withoutCounter(String path) {
        return path.replaceFirst("\\+[0-9]+(-[0-9]+)?(?=\\.efi$)", "");
    }

    /** Whether upgrades bring and remove it, whole or not yet; anything else stays as built. */
    public boolean isKernel() {
        return KERNEL.matcher(path).matches();
    }

    /** Whether the loader starts it. */
    public boolean isWhole() {
        return isKernel() && path.endsWith(".efi");
    }

    /** For people. */
    public String shown() {
        return isKernel() ? path.substring(FOLDER.length() + 1) : path;
    }

    static BootFile read(JsonObject json) {
        return new BootFile(json.string("path"), new Sha256(json.string("sha256")));
    }

    JsonObject write() {
        return new JsonBuilder().put("path", path).put("sha256", sha256.hex()).build();
    }
}
