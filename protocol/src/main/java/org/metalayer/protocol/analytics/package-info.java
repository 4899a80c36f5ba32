/**
 * What a stick may record, field by field, and the records (docs/protocol.md). The same registry
 * refuses what it does not know on the stick and in the Main System.
 */
@NullMarked
package org.metalayer.protocol.analytics;

import org.jspecify.annotations.NullMarked;
