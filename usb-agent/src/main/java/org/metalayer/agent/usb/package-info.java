/**
 * Recognises the USB device that carries the agent's own file system.
 *
 * <p>The door is {@link org.metalayer.agent.usb.StickFinder}; the only place that touches usb4java
 * is {@code LibUsbBus}.
 */
@NullMarked
package org.metalayer.agent.usb;

import org.jspecify.annotations.NullMarked;
