package org.metalayer.agent.install;

import java.io.IOException;

/** The director has changed its mind about a release while it was being fetched. */
final class NoLongerWantedException extends IOException {

    private static final long serialVersionUID = 1L;

    NoLongerWantedException(Installation at) {
        super(
                "%s %s is not to be installed any more"
                        .formatted(at.component(), at.release().version()));
    }
}
