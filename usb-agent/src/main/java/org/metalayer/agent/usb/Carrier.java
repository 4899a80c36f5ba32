package org.metalayer.agent.usb;

/** What a path's bytes finally lie on. */
sealed interface Carrier {

    /** A USB device. */
    record OnUsb(SysfsDevice device) implements Carrier {
        @Override
        public String toString() {
            return "the USB device at " + device.address();
        }
    }

    /**
     * Anything else.
     *
     * @param what it is, for people
     */
    record Elsewhere(String what) implements Carrier {
        @Override
        public String toString() {
            return what;
        }
    }
}
