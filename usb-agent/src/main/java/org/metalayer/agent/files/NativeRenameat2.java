package org.metalayer.agent.files;

import java.nio.file.Path;
import java.util.Arrays;
import org.graalvm.nativeimage.c.function.CFunction;
import org.graalvm.nativeimage.c.function.CFunction.Transition;
import org.graalvm.nativeimage.c.type.CCharPointer;
import org.graalvm.nativeimage.c.type.CIntPointer;
import org.graalvm.nativeimage.c.type.CTypeConversion;
import org.graalvm.nativeimage.c.type.CTypeConversion.CCharPointerHolder;

/**
 * renameat2(2) of a native image, which is linked when that is built: foreign functions are a part
 * of GraalVM that not every one has.
 */
final class NativeRenameat2 {

    private NativeRenameat2() {}

    static int call(Path from, Path to, int flags) {
        try (CCharPointerHolder source = CTypeConversion.toCBytes(pathName(from));
                CCharPointerHolder target = CTypeConversion.toCBytes(pathName(to))) {
            int directory = Renameat2.CURRENT_DIRECTORY;
            int result = renameat2(directory, source.get(), directory, target.get(), flags);
            return result == 0 ? 0 : error(directory, source.get(), target.get(), flags);
        }
    }

    /**
     * What is wrong with a call that failed. On the way back from one that may wait for a slow
     * medium a garbage collection can overwrite errno; one that fails changed nothing and nearly
     * always fails at once (not on a medium that is broken), so it is done again without that way.
     * Where it succeeds now, that is the answer.
     */
    private static int error(int directory, CCharPointer from, CCharPointer to, int flags) {
        return renameat2AtOnce(directory, from, directory, to, flags) == 0
                ? 0
                : errnoLocation().read();
    }

    private static byte[] pathName(Path path) {
        byte[] name = RawPath.bytes(path);
        return Arrays.copyOf(name, name.length + 1);
    }

    @CFunction(transition = Transition.TO_NATIVE)
    private static native int renameat2(
            int fromDirectory, CCharPointer from, int toDirectory, CCharPointer to, int flags);

    @CFunction(value = "renameat2", transition = Transition.NO_TRANSITION)
    private static native int renameat2AtOnce(
            int fromDirectory, CCharPointer from, int toDirectory, CCharPointer to, int flags);

    /** Where the thread's errno is: a macro in C, this function in glibc and in musl. */
    @CFunction(value = "__errno_location", transition = Transition.NO_TRANSITION)
    private static native CIntPointer errnoLocation();
}
