package org.metalayer.server.evaluation;

/**
 * How far the upload of one file has come.
 *
 * @param offset how many bytes are here
 * @param complete whether the file is stored: all its bytes may be here without that
 */
public record UploadProgress(long offset, boolean complete) {}
