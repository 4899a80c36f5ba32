package org.metalayer.server.testing;

import io.quarkus.test.common.QuarkusTestResource;

/** Gives every {@code @QuarkusTest} of this module the shared database; found by Quarkus. */
@QuarkusTestResource(MainSystemResource.class)
public final class WithMainSystem {

    private WithMainSystem() {}
}
