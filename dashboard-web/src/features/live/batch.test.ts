import type { QueryKey } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keyBatch } from "./batch";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function flushes() {
  const flushed: QueryKey[][] = [];
  return { flushed, batch: keyBatch((keys) => flushed.push(keys)) };
}

it("asks once for a key that a thousand events made old", () => {
  const { flushed, batch } = flushes();
  for (let event = 0; event < 1_000; event += 1) batch.add([["sticks", "list"], ["overview"]]);
  vi.advanceTimersByTime(5_000);
  expect(flushed).toEqual([[["sticks", "list"], ["overview"]]]);
});

it("hands a first event on at once and those behind it a second later", () => {
  const { flushed, batch } = flushes();
  batch.add([["a"]]);
  vi.advanceTimersByTime(100);
  expect(flushed).toEqual([[["a"]]]);
  batch.add([["b"]]);
  vi.advanceTimersByTime(900);
  expect(flushed).toHaveLength(1);
  vi.advanceTimersByTime(100);
  expect(flushed).toEqual([[["a"]], [["b"]]]);
});

it("is quick again after a quiet second", () => {
  const { flushed, batch } = flushes();
  batch.add([["a"]]);
  vi.advanceTimersByTime(2_000);
  batch.add([["b"]]);
  vi.advanceTimersByTime(100);
  expect(flushed).toEqual([[["a"]], [["b"]]]);
});

it("says nothing after it was stopped", () => {
  const { flushed, batch } = flushes();
  batch.add([["a"]]);
  batch.stop();
  vi.advanceTimersByTime(5_000);
  expect(flushed).toEqual([]);
});
