package org.metalayer.acceptance.boot;

import java.nio.file.Path;
import java.util.List;

/** What a {@link Machine} can start from, or could be mistaken for what it was started from. */
sealed interface Attached {

    /** How the emulator is told; numbers count from 1. */
    List<String> options(int number);

    /** Its name in the emulator. */
    static String drive(int number) {
        return "image" + number;
    }

    /**
     * A stick in one of its ports.
     *
     * @param image the file that is the stick
     * @param serial what the stick calls itself
     * @param writable unless its switch says that it must not be written
     */
    record Stick(Path image, String serial, boolean writable) implements Attached {
        private static final int PORTS = 4;

        Stick(Path image, String serial) {
            this(image, serial, true);
        }

        /**
         * The first, which is started from, is in the last port: the kernel finds others earlier.
         */
        @Override
        public List<String> options(int number) {
            return List.of(
                    "-drive",
                    file(image, number) + (writable ? "" : ",readonly=on"),
                    "-device",
                    "usb-storage,id=%s,bus=usb.0,port=%d,drive=%s,serial=%s,removable=on,bootindex=%d"
                            .formatted(
                                    id(number), PORTS + 1 - number, drive(number), serial, number));
        }

        static String id(int number) {
            return "stick" + number;
        }
    }

    /**
     * A disk inside of the computer.
     *
     * @param image the file that is the disk
     */
    record Disk(Path image) implements Attached {
        @Override
        public List<String> options(int number) {
            return List.of(
                    "-drive",
                    file(image, number),
                    "-device",
                    "ide-hd,bus=ide.0,drive=%s,bootindex=%d".formatted(drive(number), number));
        }
    }

    private static String file(Path image, int number) {
        return "if=none,id=%s,format=raw,file=%s".formatted(drive(number), image);
    }
}
