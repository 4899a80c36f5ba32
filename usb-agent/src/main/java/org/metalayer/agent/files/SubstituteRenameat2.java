package org.metalayer.agent.files;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.nio.file.Path;

/** Puts {@link NativeRenameat2} into a native image. */
@TargetClass(Renameat2.class)
final class SubstituteRenameat2 {

    private SubstituteRenameat2() {}

    @Substitute
    static int call(Path from, Path to, int flags) {
        return NativeRenameat2.call(from, to, flags);
    }
}
