package org.metalayer.server.evaluation.content;

import java.io.IOException;

/** Looks at each part once; what it opens it closes. */
@FunctionalInterface
public interface PartVisitor {
    void visit(Part part) throws IOException;
}
