package org.metalayer.agent.install;

import java.io.IOException;

/** The work of one phase. Taken again after a crash, it finds what it did before and goes on. */
@FunctionalInterface
interface Step {

    Progress take(Installation at) throws IOException;
}
