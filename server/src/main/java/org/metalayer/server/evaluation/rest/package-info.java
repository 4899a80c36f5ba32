/** Reports and decisions over HTTP: the sticks' side and the operators' side. */
@NullMarked
package org.metalayer.server.evaluation.rest;

import org.jspecify.annotations.NullMarked;
