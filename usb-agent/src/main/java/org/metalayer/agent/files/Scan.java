package org.metalayer.agent.files;

/**
 * The outcome of a scan.
 *
 * @param tree what is there
 * @param index what makes the next scan quick
 */
public record Scan(Tree tree, FileIndex index) {}
