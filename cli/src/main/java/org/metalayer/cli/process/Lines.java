package org.metalayer.cli.process;

/** Receives what a process prints, line by line. */
public interface Lines {

    void out(String line);

    void err(String line);
}
