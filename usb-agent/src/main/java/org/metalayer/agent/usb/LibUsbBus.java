package org.metalayer.agent.usb;

import java.util.Optional;
import org.usb4java.Context;
import org.usb4java.Device;
import org.usb4java.DeviceDescriptor;
import org.usb4java.DeviceHandle;
import org.usb4java.DeviceList;
import org.usb4java.LibUsb;
import org.usb4java.LoaderException;

/** The real bus, through usb4java's libusb. */
public final class LibUsbBus implements UsbBus {

    @Override
    public Reading read(UsbAddress address) {
        try {
            Context context = new Context();
            int code = LibUsb.init(context);
            if (code != LibUsb.SUCCESS) {
                return new Unavailable("libusb did not start: " + LibUsb.strError(code));
            }
            try {
                return read(context, address);
            } finally {
                LibUsb.exit(context);
            }
        } catch (LinkageError | LoaderException e) {
            return new Unavailable("usb4java's native library does not load here: " + e);
        }
    }

    private static Reading read(Context context, UsbAddress address) {
        DeviceList devices = new DeviceList();
        int count = LibUsb.getDeviceList(context, devices);
        if (count < 0) {
            return new Unavailable("libusb lists no devices: " + LibUsb.strError(count));
        }
        try {
            if (count == 0) {
                return new Unavailable("libusb sees no USB device at all: is /dev/bus/usb there?");
            }
            for (Device device : devices) {
                if (isAt(device, address)) {
                    return describe(device);
                }
            }
            return new Absent();
        } finally {
            LibUsb.freeDeviceList(devices, true);
        }
    }

    private static boolean isAt(Device device, UsbAddress address) {
        return LibUsb.getBusNumber(device) == address.bus()
                && LibUsb.getDeviceAddress(device) == address.device();
    }

    private static Reading describe(Device device) {
        DeviceDescriptor descriptor = new DeviceDescriptor();
        int code = LibUsb.getDeviceDescriptor(device, descriptor);
        if (code != LibUsb.SUCCESS) {
            return new Unavailable(
                    "the device's descriptor is unreadable: " + LibUsb.strError(code));
        }
        return new Found(
                Short.toUnsignedInt(descriptor.idVendor()),
                Short.toUnsignedInt(descriptor.idProduct()),
                Short.toUnsignedInt(descriptor.bcdDevice()),
                strings(device, descriptor));
    }

    /** Empty when the device may not be opened, which is usual for an agent without a udev rule. */
    private static Optional<Strings> strings(Device device, DeviceDescriptor descriptor) {
        DeviceHandle handle = new DeviceHandle();
        if (LibUsb.open(device, handle) != LibUsb.SUCCESS) {
            return Optional.empty();
        }
        try {
            return DeviceStrings.read(handle, descriptor);
        } finally {
            LibUsb.close(handle);
        }
    }
}
