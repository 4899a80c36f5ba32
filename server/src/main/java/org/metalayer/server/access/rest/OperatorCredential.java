package org.metalayer.server.access.rest;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** What an operator's request carries as proof: a bearer token or the cookie of a session. */
final class OperatorCredential extends BaseAuthenticationRequest {

    enum Kind {
        API_TOKEN,
        SESSION
    }

    private final Kind kind;
    private final String secret;

    OperatorCredential(Kind kind, String secret) {
        this.kind = kind;
        this.secret = secret;
    }

    Kind kind() {
        return kind;
    }

    String secret() {
        return secret;
    }
}
