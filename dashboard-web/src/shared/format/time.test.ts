import { describe, expect, it } from "vitest";
import { duration, relativeTime } from "./time";

const now = Date.parse("2026-11-23T12:00:00Z");

describe("relative time", () => {
  it.each([
    ["2026-11-23T11:59:30Z", "just now"],
    ["2026-11-23T12:00:40Z", "just now"],
    ["2026-11-23T11:59:00Z", "1 minute ago"],
    ["2026-11-23T11:00:01Z", "59 minutes ago"],
    ["2026-11-23T09:00:00Z", "3 hours ago"],
    ["2026-11-22T12:00:00Z", "yesterday"],
    ["2026-11-26T12:00:00Z", "in 3 days"],
    ["2026-09-20T12:00:00Z", "2 months ago"],
    ["2024-11-01T12:00:00Z", "2 years ago"],
  ])("of %s is “%s”", (instant, words) => {
    expect(relativeTime(instant, now)).toBe(words);
  });
});

describe("a duration", () => {
  it.each([
    [86_400, "1 day"],
    [172_800, "2 days"],
    [129_600, "36 hours"],
    [3_600, "1 hour"],
    [90, "90 seconds"],
    [60, "1 minute"],
    [1, "1 second"],
    [0, "0 seconds"],
  ])("of %i seconds is “%s”", (seconds, words) => {
    expect(duration(seconds)).toBe(words);
  });
});
