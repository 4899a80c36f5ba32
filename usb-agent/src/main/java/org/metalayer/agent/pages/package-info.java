/**
 * The content sandbox (docs/sandbox.md): shows what is installed to a browser on this computer,
 * each component in an origin of its own, from which nothing leads anywhere.
 */
@NullMarked
package org.metalayer.agent.pages;

import org.jspecify.annotations.NullMarked;
