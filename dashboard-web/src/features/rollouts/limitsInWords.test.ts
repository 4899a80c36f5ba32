import { expect, it } from "vitest";
import { limitsInWords } from "./limitsInWords";

const limits = {
  min_verified_ratio: 0.95,
  max_failure_ratio: 0.025,
  max_silent_ratio: 0.2,
  max_outstanding_ratio: 0.05,
  soak_seconds: 86_400,
};

it("says what the gate asks for", () => {
  expect(limitsInWords(limits)).toEqual([
    "Passes with 95% verified",
    "Halts above 2.5% failed",
    "Holds above 20% silent or 5% outstanding",
    "Soaks for 1 day",
  ]);
});

it("does not speak of a soak that there is not", () => {
  expect(limitsInWords({ ...limits, soak_seconds: 0 })).toHaveLength(3);
});

it("does not speak of limits that nothing can reach", () => {
  const loose = {
    ...limits,
    min_verified_ratio: 0,
    max_silent_ratio: 1,
    max_outstanding_ratio: 1,
    soak_seconds: 0,
  };
  expect(limitsInWords(loose)).toEqual(["Halts above 2.5% failed"]);
  expect(limitsInWords({ ...loose, max_outstanding_ratio: 0.01 })).toContain(
    "Holds above 1% outstanding",
  );
});
