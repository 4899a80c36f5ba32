package org.metalayer.acceptance.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.metalayer.acceptance.harness.Http;
import org.metalayer.acceptance.harness.MainSystem;
import org.metalayer.acceptance.harness.Names;
import org.metalayer.acceptance.harness.Reply;
import org.metalayer.acceptance.harness.SharedSystem;
import org.metalayer.acceptance.harness.Sweep;
import org.metalayer.acceptance.harness.Sweep.Endpoint;
import org.metalayer.acceptance.harness.WireStick;

/** docs/api.md and docs/protocol.md: who gets in where. An endpoint added tomorrow is swept too. */
@ExtendWith(SharedSystem.class)
class EndpointSweepIT {
    /** A login, an enrolment, a session and the time cannot ask for what they are there to give. */
    private static final Pattern OPEN =
            Pattern.compile(
                    "POST /api/v1/session"
                            + "|POST /api/v1/stick/(enrolments|session-challenges|sessions|time)"
                            + "|(GET|HEAD) /feed/v1(/.*)?");

    private static final Predicate<Endpoint> IS_OPEN =
            endpoint -> OPEN.matcher(endpoint.toString()).matches();
    private static final Predicate<Endpoint> IS_FOR_STICKS =
            endpoint -> endpoint.path().startsWith("/api/v1/stick/");

    private final MainSystem system;

    EndpointSweepIT(MainSystem system) {
        this.system = system;
    }

    @Test
    void theSweepSeesBothInterfaces() throws Exception {
        List<Endpoint> endpoints = Sweep.endpoints(system);
        assertThat(endpoints).filteredOn(IS_FOR_STICKS).hasSizeGreaterThanOrEqualTo(8);
        assertThat(endpoints).filteredOn(IS_FOR_STICKS.negate()).hasSizeGreaterThanOrEqualTo(25);
    }

    @TestFactory
    Stream<DynamicTest> nobodyGetsInWithoutBeingKnown() throws Exception {
        Http nobody = system.anonymous();
        return endpoints(IS_OPEN.negate()).map(it -> answers(it, nobody, 401));
    }

    @TestFactory
    Stream<DynamicTest> aMadeUpTokenIsNoToken() throws Exception {
        Http forger = system.anonymous().bearer("mlo_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        return endpoints(IS_OPEN.negate()).map(it -> answers(it, forger, 401));
    }

    @TestFactory
    Stream<DynamicTest> aStickGetsInNowhereButAtTheSticksDoor() throws Exception {
        Http stick = WireStick.accepted(system, Names.unique("sweeper")).session();
        return endpoints(IS_OPEN.negate().and(IS_FOR_STICKS.negate()))
                .map(it -> answers(it, stick, 403));
    }

    @TestFactory
    Stream<DynamicTest> anOperatorDoesNotSpeakForAStick() throws Exception {
        Http operator = system.operator().http();
        return endpoints(IS_OPEN.negate().and(IS_FOR_STICKS)).map(it -> answers(it, operator, 403));
    }

    @TestFactory
    Stream<DynamicTest> whatIsOpenAnswersNobodyWithAnythingButAServerError() throws Exception {
        Http nobody = system.anonymous();
        return endpoints(IS_OPEN)
                .map(it ->
                        DynamicTest.dynamicTest(
                                it.toString(),
                                () -> assertThat(it.call(nobody).status()).isLessThan(500)));
    }

    private Stream<Endpoint> endpoints(Predicate<Endpoint> which) throws Exception {
        return Sweep.endpoints(system).stream().filter(which);
    }

    private static DynamicTest answers(Endpoint endpoint, Http who, int status) {
        return DynamicTest.dynamicTest(
                endpoint.toString(),
                () -> {
                    Reply reply = endpoint.call(who);
                    assertThat(reply.status()).as("%s: %s", endpoint, reply).isEqualTo(status);
                });
    }
}
