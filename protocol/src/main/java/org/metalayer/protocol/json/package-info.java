/** Strict JSON: no duplicate keys, no invalid UTF-8, bounded depth; raw numbers kept. */
@NullMarked
package org.metalayer.protocol.json;

import org.jspecify.annotations.NullMarked;
