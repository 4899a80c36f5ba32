package org.metalayer.image.disk;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.metalayer.image.base.ImageException;

/**
 * The kernel's word that nobody else uses a disk: open(2) with {@code O_EXCL}, which fails while
 * the disk is mounted anywhere, also where this process does not see it, and keeps it from being
 * mounted as long as this is held. The JDK opens with that flag only what it creates.
 */
public final class ExclusiveHold implements AutoCloseable {

    private static final int READ_ONLY = 0;
    private static final int EXCLUSIVE = 0x80;
    private static final int CLOSE_ON_EXEC = 0x80000;
    private static final int EBUSY = 16;
    private static final int EACCES = 13;

    private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = CALL_STATE.varHandle(PathElement.groupElement("errno"));

    private final int descriptor;

    private ExclusiveHold(int descriptor) {
        this.descriptor = descriptor;
    }

    /**
     * Takes hold of a disk.
     *
     * @throws ImageException when somebody uses it
     */
    public static ExclusiveHold on(Path node) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            int descriptor =
                    (int)
                            function("open", ValueLayout.ADDRESS, ValueLayout.JAVA_INT)
                                    .invokeExact(
                                            state,
                                            arena.allocateFrom(node.toString()),
                                            READ_ONLY | EXCLUSIVE | CLOSE_ON_EXEC);
            if (descriptor < 0) {
                throw refusal(node, (int) ERRNO.get(state, 0L));
            }
            return new ExclusiveHold(descriptor);
        } catch (RuntimeException | IOException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("a C function throws nothing", e);
        }
    }

    @Override
    public void close() {
        try (Arena arena = Arena.ofConfined()) {
            int _ =
                    (int)
                            function("close", ValueLayout.JAVA_INT)
                                    .invokeExact(arena.allocate(CALL_STATE), descriptor);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("a C function throws nothing", e);
        }
    }

    private static Exception refusal(Path node, int errno) {
        return switch (errno) {
            case EBUSY ->
                    new ImageException(
                            "%s is in use by something else on this computer: close what uses it, and unmount it"
                                    .formatted(node));
            case EACCES ->
                    new ImageException(
                            "%s may not be written by this account: use sudo".formatted(node));
            default ->
                    new FileSystemException(
                            node.toString(), null, "cannot be opened, error " + errno);
        };
    }

    // A signature that is wrong would be unsafe; these are the manual's. The mode of open(2) is
    // left
    // out, as it is read only for files that are created.
    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, MemoryLayout... arguments) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().find(name).orElseThrow(),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments),
                Linker.Option.captureCallState("errno"));
    }
}
