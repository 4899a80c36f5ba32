package org.metalayer.server.catalog.trust;

/**
 * A metadata file and whose it is: that does not stand in a delegated role's file.
 *
 * @param role as in its file name
 */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
public record TrustDocument(String role, byte[] metadata) {}
