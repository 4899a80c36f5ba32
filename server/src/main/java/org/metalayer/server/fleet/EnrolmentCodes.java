package org.metalayer.server.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.metalayer.server.platform.NoSuchThingException;
import org.metalayer.server.platform.Page;
import org.metalayer.server.platform.PageRequest;
import org.metalayer.server.platform.Secrets;

/** Codes that operators hand out, or bake into an image, so that sticks are accepted at once. */
@ApplicationScoped
@Transactional
public class EnrolmentCodes {

    private static final String PREFIX = "mlc_";

    @Inject EnrolmentCodeRepository codes;
    @Inject Secrets secrets;
    @Inject InstantSource clock;

    /** A code with its secret, which is never to be seen again. */
    public record Created(EnrolmentCode code, String secret) {}

    public Created create(String note, int uses, Duration lifetime, String createdBy) {
        Instant now = clock.instant();
        EnrolmentCode code =
                new EnrolmentCode(
                        UUID.randomUUID(), note, uses, 0, now, createdBy, now.plus(lifetime));
        String secret = secrets.next(PREFIX);
        codes.persist(new EnrolmentCodeEntity(code, Secrets.digest(secret)));
        return new Created(code, secret);
    }

    /** Newest first; also those that are used up or expired. */
    public Page<EnrolmentCode> page(PageRequest request) {
        return codes.page(request);
    }

    public void revoke(UUID id) {
        if (codes.delete("id", id) == 0) {
            throw new NoSuchThingException("enrolment code " + id);
        }
    }

    /** Takes one use, if there is one left. */
    boolean consume(String secret) {
        return codes.consume(Secrets.digest(secret), clock.instant());
    }
}
