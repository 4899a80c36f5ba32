package org.metalayer.server.evaluation;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.io.IOError;
import java.io.IOException;
import org.metalayer.protocol.ComponentName;

/** Fails as no exception does, for the components that are named after how. */
@Decorator
@Priority(1000)
class BrokenReach implements ComponentReach {

    @Inject @Any @Delegate ComponentReach whole;

    @Override
    public long sticksWith(ComponentName component) {
        return switch (component.value()) {
            case "lacks-a-class" -> throw new NoClassDefFoundError("org/example/Absent");
            case "never-ends" -> sticksWith(component) + 1;
            case "cannot-read" -> throw new IOError(new IOException("no such device"));
            default -> whole.sticksWith(component);
        };
    }
}
