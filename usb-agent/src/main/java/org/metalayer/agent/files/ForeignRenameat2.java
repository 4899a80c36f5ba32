package org.metalayer.agent.files;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;
import java.util.Optional;

/** renameat2(2) through the JDK's foreign functions. */
final class ForeignRenameat2 {

    private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = CALL_STATE.varHandle(PathElement.groupElement("errno"));
    private static final Optional<MethodHandle> FUNCTION = link();

    private ForeignRenameat2() {}

    /** Zero, or the number of the error. */
    static int call(Path from, Path to, int flags) {
        if (FUNCTION.isEmpty()) {
            return Errno.ENOSYS;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            int result =
                    (int)
                            FUNCTION.get()
                                    .invokeExact(
                                            state,
                                            Renameat2.CURRENT_DIRECTORY,
                                            pathName(arena, from),
                                            Renameat2.CURRENT_DIRECTORY,
                                            pathName(arena, to),
                                            flags);
            return result == 0 ? 0 : (int) ERRNO.get(state, 0L);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("a C function throws nothing", e);
        }
    }

    // Linking a function by a signature of our own is unsafe where the signature is wrong; this one
    // is the manual's.
    @SuppressWarnings("restricted")
    private static Optional<MethodHandle> link() {
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor signature =
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_INT);
        return linker.defaultLookup()
                .find("renameat2")
                .map(symbol ->
                        linker.downcallHandle(
                                symbol, signature, Linker.Option.captureCallState("errno")));
    }

    private static MemorySegment pathName(Arena arena, Path path) {
        byte[] name = RawPath.bytes(path);
        MemorySegment terminated = arena.allocate(name.length + 1L);
        MemorySegment.copy(name, 0, terminated, ValueLayout.JAVA_BYTE, 0, name.length);
        return terminated;
    }
}
