package org.metalayer.server.platform;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** The one source of randomness; injected, so that a test can replay a draw. */
@Singleton
class RandomnessProducer {

    @Produces
    @Singleton
    SecureRandom randomness() {
        return new SecureRandom();
    }
}
