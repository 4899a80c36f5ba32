import type { QueryKey } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keyBatch } from "./batch";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("asks once for a key that a thousand events made old", () => {
  const flushed: QueryKey[][] = [];
  const batch = keyBatch((keys) => flushed.push(keys));
  for (let event = 0; event < 1_000; event += 1) batch.add([["sticks", "list"], ["overview"]]);
  vi.advanceTimersByTime(1_000);
  expect(flushed).toEqual([[["sticks", "list"], ["overview"]]]);
});

it("starts anew after each flush", () => {
  const flushed: QueryKey[][] = [];
  const batch = keyBatch((keys) => flushed.push(keys));
  batch.add([["a"]]);
  vi.advanceTimersByTime(1_000);
  batch.add([["b"]]);
  vi.advanceTimersByTime(1_000);
  expect(flushed).toEqual([[["a"]], [["b"]]]);
});

it("says nothing after it was stopped", () => {
  const flushed: QueryKey[][] = [];
  const batch = keyBatch((keys) => flushed.push(keys));
  batch.add([["a"]]);
  batch.stop();
  vi.advanceTimersByTime(5_000);
  expect(flushed).toEqual([]);
});
