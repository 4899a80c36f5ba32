package org.metalayer.agent.screen;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.metalayer.agent.daemon.Contact;
import org.metalayer.agent.enrol.EnrolmentRecord;
import org.metalayer.agent.install.Installation;
import org.metalayer.agent.session.Notice;
import org.metalayer.agent.stick.StickConfig;

/**
 * What the page tells.
 *
 * @param reached whether there is a directory of a stick at all
 * @param prepared whether there are settings, readable or not
 * @param page where the content is shown
 * @param readOnly whether nothing can be written to the stick
 * @param room for how many bytes it has room; empty where nobody knows
 * @param troubles what could not be read, and why
 * @param imageVersion of the system that runs
 * @param agentVersion of the agent in it
 */
record Facts(
        boolean reached,
        boolean prepared,
        Optional<StickConfig> config,
        Optional<EnrolmentRecord> enrolment,
        Optional<Contact> contact,
        Set<Notice> notices,
        List<Work> work,
        Optional<Address> page,
        boolean readOnly,
        OptionalLong room,
        List<String> troubles,
        Optional<String> imageVersion,
        Optional<String> agentVersion) {

    /**
     * An installation under way.
     *
     * @param percent of its bytes that are here, while it is fetched
     * @param staged whether it is a system that the next start tries
     */
    record Work(Installation installation, OptionalInt percent, boolean staged) {}

    Facts {
        work = List.copyOf(work);
        troubles = List.copyOf(troubles);
    }
}
