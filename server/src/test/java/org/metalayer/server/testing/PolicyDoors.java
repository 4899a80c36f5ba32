package org.metalayer.server.testing;

import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.util.Map;

/** What operators ask of versions of the policy over HTTP. */
public final class PolicyDoors {

    public static final String POLICIES = "/api/v1/policies";

    private PolicyDoors() {}

    /** A new draft; its number. */
    public static int draft(Map<String, Object> policy) {
        return TestOperator.request()
                .body(policy)
                .post(POLICIES)
                .then()
                .statusCode(201)
                .extract()
                .path("version.version");
    }

    /** Proposes it; the digest to approve. */
    public static String propose(int version) {
        return TestOperator.request()
                .post(POLICIES + "/" + version + "/propose")
                .then()
                .statusCode(200)
                .body("version.state", is("proposed"))
                .extract()
                .path("sha256");
    }

    /** What comes of putting it in force. */
    public static ValidatableResponse activate(int version, String seen) {
        return TestOperator.request()
                .body(Map.of("sha256", seen))
                .post(POLICIES + "/" + version + "/activate")
                .then();
    }

    /** A version. */
    public static ValidatableResponse show(int version) {
        return TestOperator.request().get(POLICIES + "/" + version).then().statusCode(200);
    }
}
