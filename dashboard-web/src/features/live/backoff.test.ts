import { expect, it } from "vitest";
import { backoffMs } from "./backoff";

it("doubles the longest wait with each attempt, up to half a minute", () => {
  const longest = [1, 2, 3, 4, 5, 6, 7].map((attempt) => backoffMs(attempt, 1));
  expect(longest).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
});

it("never waits less than half of it", () => {
  expect(backoffMs(3, 0)).toBe(2_000);
});
