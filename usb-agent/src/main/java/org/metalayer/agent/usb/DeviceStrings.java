package org.metalayer.agent.usb;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.usb4java.DeviceDescriptor;
import org.usb4java.DeviceHandle;
import org.usb4java.LibUsb;

/** Reads an open device's text in its first language, as the kernel does (USB 2.0, 9.6.7). */
final class DeviceStrings {

    private static final int LARGEST_DESCRIPTOR = 255;
    private static final int HEADER = 2;
    private static final byte LANGUAGES = 0;
    private static final byte NO_STRING = 0;

    private DeviceStrings() {}

    /**
     * All three texts, or nothing when the device does not answer: half an answer would mislead.
     */
    static Optional<UsbBus.Strings> read(DeviceHandle handle, DeviceDescriptor descriptor) {
        Optional<ByteBuffer> languages = body(handle, LANGUAGES, (short) 0);
        if (languages.isEmpty() || languages.get().remaining() < Short.BYTES) {
            return Optional.empty();
        }
        ByteBuffer first = languages.get();
        short language = (short) ((first.get() & 0xff) | (first.get() << Byte.SIZE));
        Optional<String> manufacturer = text(handle, descriptor.iManufacturer(), language);
        Optional<String> product = text(handle, descriptor.iProduct(), language);
        Optional<String> serial = text(handle, descriptor.iSerialNumber(), language);
        return manufacturer.isPresent() && product.isPresent() && serial.isPresent()
                ? Optional.of(new UsbBus.Strings(manufacturer.get(), product.get(), serial.get()))
                : Optional.empty();
    }

    private static Optional<String> text(DeviceHandle handle, byte index, short language) {
        return index == NO_STRING
                ? Optional.of("")
                : body(handle, index, language)
                        .map(body -> StandardCharsets.UTF_16LE.decode(body).toString());
    }

    private static Optional<ByteBuffer> body(DeviceHandle handle, byte index, short language) {
        ByteBuffer descriptor = ByteBuffer.allocateDirect(LARGEST_DESCRIPTOR);
        int length = LibUsb.getStringDescriptor(handle, index, language, descriptor);
        return length < HEADER
                ? Optional.empty()
                : Optional.of(descriptor.slice(HEADER, length - HEADER));
    }
}
