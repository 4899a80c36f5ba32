package org.metalayer.agent.screen;

/** Of a terminal, in characters. */
record Size(int rows, int columns) {

    /** What every console has at least. */
    static final Size USUAL = new Size(24, 80);
}
