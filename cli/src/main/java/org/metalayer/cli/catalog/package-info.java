/** The verbs about components and their releases. */
@NullMarked
package org.metalayer.cli.catalog;

import org.jspecify.annotations.NullMarked;
