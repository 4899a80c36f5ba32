package org.metalayer.agent.stick;

import org.metalayer.agent.files.AtomicExchange;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.files.StorageFaults;

/** The two ways in which the agent changes what is on the stick. */
public record Storage(DurableFiles files, AtomicExchange renames) {

    public static Storage with(StorageFaults faults) {
        return new Storage(new DurableFiles(faults), new AtomicExchange(faults));
    }

    /** The storage of this process; make it once, because a test may count what it does. */
    public static Storage ofProcess() {
        return with(StorageFaults.from(System.getenv()));
    }
}
