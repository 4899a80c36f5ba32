package org.metalayer.cli.harness;

import java.util.List;

/** What a run of the command line left behind. */
public record Result(int exitCode, String out, String err) {

    /** Standard output, line by line. */
    public List<String> lines() {
        return out.lines().toList();
    }
}
