import type { Stick } from "@/api/types";
import { Facts } from "@/shared/ui/Facts";

export function UsbDescriptors({ usb }: { usb: Stick["usb"] }) {
  return (
    <Facts
      items={[
        ["Kind", usb.virtual ? "Virtual: declared, no hardware behind it" : "Real hardware"],
        [
          "Vendor : product",
          <code key="ids">
            {usb.vendor_id}:{usb.product_id}
          </code>,
        ],
        ["Device version", <code key="bcd">{usb.bcd_device}</code>],
        ["Manufacturer", usb.manufacturer],
        ["Product", usb.product],
        ["Serial number", usb.serial],
      ]}
    />
  );
}
