package org.metalayer.server.evaluation.content;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/** The same as {@link SubstituteZipFile}, for an archive that is read from its beginning. */
@TargetClass(ZipArchiveInputStream.class)
final class SubstituteZipArchiveInputStream {

    private SubstituteZipArchiveInputStream() {}

    @Substitute
    @SuppressWarnings("DoNotCallSuggester") // who calls it is used to that
    InputStream createZstdInputStream(InputStream packed) {
        throw new NoClassDefFoundError("com/github/luben/zstd/ZstdInputStream");
    }
}
