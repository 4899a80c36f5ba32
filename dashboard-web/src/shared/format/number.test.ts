import { describe, expect, it } from "vitest";
import { bytes, count, percent } from "./number";

describe("bytes", () => {
  it.each([
    [0, "0 bytes"],
    [1, "1 byte"],
    [999, "999 bytes"],
    [1_000, "1.0 kB"],
    [123_456, "123 kB"],
    [2_147_483_648, "2.1 GB"],
    [9_000_000_000_000_000, "9000 TB"],
  ])("%i are “%s”", (number, words) => {
    expect(bytes(number)).toBe(words);
  });
});

it("shows a ratio in percent with at most one decimal", () => {
  expect([0, 0.1, 0.125, 1].map(percent)).toEqual(["0%", "10%", "12.5%", "100%"]);
});

it("agrees in number", () => {
  expect([0, 1, 1_204].map((number) => count(number, "stick"))).toEqual([
    "0 sticks",
    "1 stick",
    "1,204 sticks",
  ]);
});
