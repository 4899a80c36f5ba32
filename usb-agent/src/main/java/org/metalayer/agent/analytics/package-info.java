/**
 * What the stick records of its use: by the owner's consent only, in the ledger first, and from
 * there byte for byte to the Main System. The owner can take all of it out and delete it. No
 * network.
 */
@NullMarked
package org.metalayer.agent.analytics;

import org.jspecify.annotations.NullMarked;
