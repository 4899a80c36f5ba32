package org.metalayer.acceptance.harness;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands out one Main System to all tests that neither stop it nor move its clock. It runs until the
 * last test has ended.
 */
public final class SharedSystem implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SharedSystem.class);

    private record Running(Scratch scratch, MainSystem system) implements AutoCloseable {
        static Running start() {
            Scratch scratch = Scratch.make();
            return new Running(scratch, MainSystem.start("shared", scratch.root()));
        }

        @Override
        public void close() {
            try (scratch) {
                system.close();
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == MainSystem.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent("running", key -> Running.start(), Running.class)
                .system();
    }
}
