package org.metalayer.agent.install;

import java.io.IOException;

/** Whether to go on with what takes long; asked all the while, it costs little. */
@FunctionalInterface
interface Leave {

    /** Whatever happens: for the way back. */
    Leave GIVEN = () -> {};

    /** Returns, or throws why not. */
    void require() throws IOException;
}
