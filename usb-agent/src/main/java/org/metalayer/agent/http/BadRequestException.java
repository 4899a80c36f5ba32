package org.metalayer.agent.http;

import java.io.IOException;

/** What arrived is no request that this server reads. The words never repeat what arrived. */
final class BadRequestException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String words;

    BadRequestException(int status, String words) {
        super(words);
        this.status = status;
        this.words = words;
    }

    int status() {
        return status;
    }

    String words() {
        return words;
    }
}
