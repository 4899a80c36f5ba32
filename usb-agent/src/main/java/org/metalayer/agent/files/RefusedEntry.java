package org.metalayer.agent.files;

/**
 * Something in a component that cannot become part of a release.
 *
 * @param path relative to the component; not a {@link org.metalayer.protocol.RelativePath} where
 *     its name is what is wrong
 * @param reason what is wrong and what the owner can do
 */
public record RefusedEntry(String path, String reason) {}
