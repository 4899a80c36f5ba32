package org.metalayer.server.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    private static final ProblemType WRONG_PASSWORD =
            new ProblemType("wrong-password", "That is not your present password", 403);

    @Inject Operators operators;
    @Inject InstantSource clock;

    private final RateLimiter perAccount = new RateLimiter(FAILURES_PER_ACCOUNT, WINDOW);
    private final RateLimiter perAddress = new RateLimiter(FAILURES_PER_ADDRESS, WINDOW);

    /** The operator, or the end of the request: 401 when wrong, 429 when wrong too often. */
    public Operator logIn(String username, String password, String address) {
        return proven(username, password, address)
                .orElseThrow(() ->
                        WRONG_CREDENTIALS.because(
                                "check user name and password; an administrator can give you"
                                        + " another one, or on the Main System's own machine"
                                        + " ./metalayer operator reset-password"));
    }

    /**
     * Replaces an operator's own password and ends their other sessions. Guessing at the present
     * one is as slow as at a login: the browser may be one that was left alone.
     *
     * @param session token of the session that goes on; null where there is none
     */
    public void changePassword(
            Operator self,
            String present,
            NewPassword next,
            @Nullable String session,
            String address) {
        if (proven(self.username(), present, address).isEmpty()) {
            throw WRONG_PASSWORD.because("type the password that you logged in with");
        }
        operators.replacePassword(self.id(), next, session);
    }

    private Optional<Operator> proven(String username, String password, String address) {
        Instant now = clock.instant();
        String account = username.toLowerCase(Locale.ROOT) + "@" + address;
        perAddress.require(address, now, "too many failed logins from this address");
        perAccount.require(account, now, "too many failed logins for this account");
        Optional<Operator> operator = operators.authenticate(username, password);
        if (operator.isPresent()) {
            perAccount.forgive(account);
            perAddress.giveBack(address);
        }
        return operator;
    }
}
