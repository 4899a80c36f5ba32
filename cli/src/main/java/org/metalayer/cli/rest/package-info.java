/** The operators' REST interface of a Main System (docs/api.md), and who calls it. */
@NullMarked
package org.metalayer.cli.rest;

import org.jspecify.annotations.NullMarked;
