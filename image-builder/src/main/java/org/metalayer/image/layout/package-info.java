/** What an image consists of: partitions by their type and label, and the file systems in them. */
@NullMarked
package org.metalayer.image.layout;

import org.jspecify.annotations.NullMarked;
