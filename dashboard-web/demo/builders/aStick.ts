import type { Contributor, Stick, StickState, StickVerb, StickWarning } from "@/api/types";
import { digest, id } from "./ids";
import { daysAgo, minutesAgo } from "./time";

/** What may be done in each state, as the server's transition table has it. */
export const verbsOf: Record<StickState, StickVerb[]> = {
  pending: ["accept", "reject"],
  accepted: ["retire"],
  quarantined: ["accept", "retire"],
  rejected: [],
  retired: [],
};

export function aStick(moduleId: string, name: string, given: Partial<Stick> = {}): Stick {
  const state = given.state ?? "accepted";
  return {
    id: id(moduleId),
    module_id: moduleId,
    module_name: name,
    state,
    online: true,
    last_seen_at: minutesAgo(1),
    enrolled_at: daysAgo(20),
    agent_version: "0.1.0",
    hardware_class: "linux-amd64",
    key_id: digest(`key ${moduleId}`),
    test_stick: false,
    usb: {
      vendor_id: "0951",
      product_id: "1666",
      bcd_device: "0110",
      manufacturer: "Kingston",
      product: "DataTraveler 3.0",
      serial: digest(moduleId).slice(0, 24).toUpperCase(),
      virtual: false,
    },
    contributions: { reports: 0, released: 0 },
    installed: [],
    warnings: [],
    allowed_verbs: verbsOf[state],
    ...given,
  };
}

/** Something odd about a stick. */
export function aWarning(given: Partial<StickWarning> = {}): StickWarning {
  return {
    kind: "cloned",
    copy: digest("copy").slice(0, 32),
    known: false,
    epoch: 41,
    address: "192.0.2.7",
    usb: aStick("usb_seen", "Seen").usb,
    first_at: minutesAgo(30),
    last_at: minutesAgo(2),
    ...given,
  };
}

export function contributor(stick: Stick): Contributor {
  const { id: stick_id, module_id, module_name } = stick;
  return { stick_id, module_id, module_name };
}
