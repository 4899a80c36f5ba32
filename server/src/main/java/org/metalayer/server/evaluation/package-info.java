/**
 * From a stick's upgrade report to a decision with reasons: intake, stages that each leave
 * evidence, an explained impact, a versioned policy.
 */
@NullMarked
package org.metalayer.server.evaluation;

import org.jspecify.annotations.NullMarked;
