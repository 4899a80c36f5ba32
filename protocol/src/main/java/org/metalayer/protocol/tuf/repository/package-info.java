/**
 * Writes the next version of TUF metadata. Pure: values in, values out; where the files lie and who
 * holds which key is the caller's affair.
 *
 * <p>{@link org.metalayer.protocol.tuf.repository.MetadataWriter} makes unsigned metadata of the
 * version after the previous one. It is signed by {@link
 * org.metalayer.protocol.tuf.model.SignedMetadata#signedWith}, on as many machines as it takes
 * ({@code mergedWith} puts signatures together), and published under the names of {@link
 * org.metalayer.protocol.tuf.model.RepositoryFiles}: targets first, then role metadata, snapshot,
 * and timestamp last.
 *
 * <pre>{@code
 * var writer = new MetadataWriter(now);
 * var root = writer.root(Optional.empty(), year, roles).signedWith(rootKey);
 * var content = writer.targets(previous, month, files, Delegations.NONE).signedWith(robot);
 * var snapshot = writer.snapshot(previous, week, root, Map.of(TARGETS, targets, CONTENT, content)).signedWith(online);
 * var timestamp = writer.timestamp(previous, day, root, snapshot).signedWith(online);
 * }</pre>
 */
@NullMarked
package org.metalayer.protocol.tuf.repository;

import org.jspecify.annotations.NullMarked;
