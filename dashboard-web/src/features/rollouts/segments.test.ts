import { counts } from "@demo/builders/aRollout";
import { describe, expect, it } from "vitest";
import { segmentsInWords, segmentsOf } from "./segments";

const widths = (given: Parameters<typeof counts>[0]) =>
  segmentsOf(counts(given)).map(({ outcome, width }) => [outcome, width]);

describe("the bar of a ring", () => {
  it("gives each outcome its share", () => {
    expect(widths({ verified: 3, failed: 1 })).toEqual([
      ["verified", 75],
      ["failed", 25],
    ]);
  });

  it("leaves out what did not happen", () => {
    expect(widths({ verified: 2 })).toEqual([["verified", 100]]);
  });

  it("is empty when no stick has come yet", () => {
    expect(widths({})).toEqual([]);
  });

  it("keeps one failure among a hundred thousand visible, and still adds up", () => {
    const segments = segmentsOf(counts({ verified: 99_999, failed: 1 }));
    expect(segments.find(({ outcome }) => outcome === "failed")?.width).toBe(1.5);
    expect(segments.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100);
  });

  it("puts proof before doubt: verified first, silent last", () => {
    const all = { silent: 1, outstanding: 1, conflict: 1, rolled_back: 1, failed: 1, verified: 1 };
    expect(widths(all).map(([outcome]) => outcome)).toEqual([
      "verified",
      "failed",
      "rolled_back",
      "conflict",
      "outstanding",
      "silent",
    ]);
  });
});

describe("the bar in words", () => {
  it("names each outcome and the whole", () => {
    const words = segmentsInWords(counts({ verified: 3, rolled_back: 1 }));
    expect(words).toBe("3 verified, 1 rolled back of 4 sticks");
  });

  it("says so when there is none", () => {
    expect(segmentsInWords(counts())).toBe("No outcome yet of 0 sticks");
  });
});
