package org.metalayer.agent.cli;

import org.metalayer.agent.enrol.EnrolmentState;

/** How a stick's enrolment stands, and what that asks for. */
final class EnrolmentText {

    private EnrolmentText() {}

    static String of(EnrolmentState state) {
        return switch (state) {
            case PENDING -> "Pending: an operator of the Main System has to accept this stick.";
            case ACCEPTED -> "Accepted.";
            case REJECTED -> "Rejected: ask an operator of the Main System why.";
            case RETIRED -> "Retired: this stick no longer takes part.";
            case QUARANTINED -> "Quarantined: upgrades go on, reports wait. Ask an operator.";
        };
    }
}
