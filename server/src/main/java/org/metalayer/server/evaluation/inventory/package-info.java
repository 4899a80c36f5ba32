/** What others wrote that a component contains: its bill of materials. */
@NullMarked
package org.metalayer.server.evaluation.inventory;

import org.jspecify.annotations.NullMarked;
