package org.metalayer.server.evaluation;

/**
 * How far the upload of one file has come, in bytes.
 *
 * @param offset how many are here
 * @param size how many the file has
 */
public record UploadProgress(long offset, long size) {}
