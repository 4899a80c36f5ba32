package org.metalayer.server.evaluation.content;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Says in a native image what a JVM says when the library for Zstandard is not there. */
@TargetClass(ZipFile.class)
final class SubstituteZipFile {

    private SubstituteZipFile() {}

    @Substitute
    @SuppressWarnings("DoNotCallSuggester") // who calls it is used to that
    InputStream createZstdInputStream(InputStream packed) {
        throw new NoClassDefFoundError("com/github/luben/zstd/ZstdInputStream");
    }
}
