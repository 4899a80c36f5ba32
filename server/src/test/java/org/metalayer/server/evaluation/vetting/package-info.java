/** The sets of malicious and of benign upgrades, and what the vetting makes of them. */
@NullMarked
package org.metalayer.server.evaluation.vetting;

import org.jspecify.annotations.NullMarked;
