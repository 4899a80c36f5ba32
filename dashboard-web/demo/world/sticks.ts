import type { Stick } from "@/api/types";
import { releaseId } from "../builders/aRelease";
import { aStick, aWarning } from "../builders/aStick";
import { daysAgo, hoursAgo, minutesAgo } from "../builders/time";

const runs = (...all: [component: string, version: number, changes?: number][]) =>
  all.map(([component, version, local_changes = 0]) => ({
    component,
    version,
    release_id: releaseId(component, version),
    local_changes,
  }));

const virtual = (name: string): Stick["usb"] => ({
  vendor_id: "1d6b",
  product_id: "0104",
  bcd_device: "0001",
  manufacturer: "Meta Layer",
  product: "Virtual stick",
  serial: name,
  virtual: true,
});

export const kitchen = aStick("usb_001", "Kitchen stick", {
  test_stick: true,
  contributions: { reports: 4, released: 2 },
  installed: runs(["music-player", 3], ["photo-frame", 2], ["recipe-book", 2]),
});
export const workshop = aStick("usb_002", "Workshop stick", {
  contributions: { reports: 3, released: 2 },
  installed: runs(["music-player", 3, 2], ["photo-frame", 2]),
});
export const grandma = aStick("usb_003", "Grandma's stick", {
  online: false,
  last_seen_at: hoursAgo(7),
  contributions: { reports: 1, released: 1 },
  installed: runs(["music-player", 2], ["recipe-book", 2]),
});
export const library = aStick("usb_004", "Library stick", {
  test_stick: true,
  last_seen_at: minutesAgo(0),
  contributions: { reports: 2, released: 1 },
  installed: runs(["music-player", 3], ["photo-frame", 2], ["recipe-book", 1]),
});

export function demoSticks(): Stick[] {
  return [
    aStick("usb_014", "Attic stick", {
      state: "pending",
      last_seen_at: minutesAgo(2),
      enrolled_at: minutesAgo(9),
    }),
    aStick("usb_015", "sim-0015", {
      state: "pending",
      last_seen_at: minutesAgo(1),
      enrolled_at: minutesAgo(3),
      usb: virtual("sim-0015"),
    }),
    kitchen,
    workshop,
    grandma,
    library,
    aStick("usb_005", "Travel stick", {
      online: false,
      last_seen_at: daysAgo(5),
      contributions: { reports: 1, released: 0 },
      installed: runs(["music-player", 1]),
    }),
    aStick("usb_006", "Classroom A", {
      test_stick: true,
      usb: virtual("classroom-a"),
      installed: runs(["music-player", 3], ["recipe-book", 2]),
    }),
    aStick("usb_007", "Classroom B", {
      usb: virtual("classroom-b"),
      installed: runs(["music-player", 2], ["recipe-book", 2]),
    }),
    aStick("usb_008", "Garden stick", {
      installed: runs(["music-player", 2], ["photo-frame", 1, 1]),
    }),
    aStick("usb_009", "Night shift", {
      installed: runs(["music-player", 2], ["photo-frame", 2]),
    }),
    aStick("usb_010", "Copied stick", {
      state: "quarantined",
      online: false,
      last_seen_at: hoursAgo(30),
      installed: runs(["music-player", 1]),
      warnings: [
        aWarning({ known: true, epoch: 42, first_at: hoursAgo(31), last_at: hoursAgo(30) }),
        aWarning({ copy: "c0ffee0123456789c0ffee0123456789", address: "198.51.100.23" }),
        aWarning({ kind: "other_hardware", copy: "", address: "198.51.100.23" }),
      ],
      allowed_verbs: ["accept", "retire", "keep", "dismiss_warnings"],
    }),
    aStick("usb_011", "Unknown laptop", {
      state: "rejected",
      online: false,
      last_seen_at: daysAgo(12),
    }),
    aStick("usb_000", "The first stick", {
      state: "retired",
      online: false,
      last_seen_at: daysAgo(44),
      enrolled_at: daysAgo(90),
      contributions: { reports: 2, released: 1 },
    }),
  ];
}
