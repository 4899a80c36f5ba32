/**
 * The client's side of TUF (specification 1.0.34 §5).
 *
 * <p>{@link org.metalayer.protocol.tuf.client.TrustedMetadata} decides and does no I/O; {@link
 * org.metalayer.protocol.tuf.client.Updater} fetches and stores in the order of the specification.
 *
 * <pre>{@code
 * var updater = new Updater(RootPin.ofDigest(enrolled), new MetadataStore(directory), fetcher);
 * if (updater.hasNews(now)) {                              // one conditional GET
 *     TrustedTargets targets = updater.refresh(now);       // now is the one fixed start time
 *     FoundTarget release = targets.find(path).orElseThrow();
 *     try (var in = new VerifyingInputStream(download(targets.location(release)), release.file())) {
 *         in.transferTo(staging);                          // throws unless length and digests are right
 *     }
 * }
 * }</pre>
 *
 * <p>Whatever is wrong with metadata is a {@link
 * org.metalayer.protocol.tuf.client.RefusedMetadataException} that says why; a network or a disk
 * that is away is an {@link java.io.IOException}. After either, the next refresh starts from what
 * was verified last.
 */
@NullMarked
package org.metalayer.protocol.tuf.client;

import org.jspecify.annotations.NullMarked;
