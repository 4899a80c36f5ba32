package org.metalayer.agent.screen;

/** One row of the terminal, no longer than it is wide. */
record Row(Line.Tone tone, String text) {}
