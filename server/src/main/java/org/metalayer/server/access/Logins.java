package org.metalayer.server.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.metalayer.server.platform.ProblemType;
import org.metalayer.server.platform.RateLimiter;

/** Logging in with a password, so slowly for who guesses that guessing is hopeless. */
@ApplicationScoped
public class Logins {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int FAILURES_PER_ACCOUNT = 5;
    private static final int FAILURES_PER_ADDRESS = 50;

    private static final ProblemType WRONG_CREDENTIALS =
            new ProblemType("wrong-credentials", "User name or password is wrong", 401);

    @Inject Operators operators;
    @Inject InstantSource clock;

    private final RateLimiter perAccount = new RateLimiter(FAILURES_PER_ACCOUNT, WINDOW);
    private final RateLimiter perAddress = new RateLimiter(FAILURES_PER_ADDRESS, WINDOW);

    /** The operator, or the end of the request: 401 when wrong, 429 when wrong too often. */
    public Operator logIn(String username, String password, String address) {
        Instant now = clock.instant();
        String account = username.toLowerCase(Locale.ROOT) + "@" + address;
        perAddress.require(address, now, "too many failed logins from this address");
        perAccount.require(account, now, "too many failed logins for this account");
        Operator operator =
                operators
                        .authenticate(username, password)
                        .orElseThrow(() ->
                                WRONG_CREDENTIALS.because(
                                        "check user name and password; the first operator's"
                                                + " were printed at the first start"));
        perAccount.forgive(account);
        perAddress.giveBack(address);
        return operator;
    }
}
