import { describe, expect, it } from "vitest";
import { livenessOf, type Stream, streamReducer } from "./liveness";

const start: Stream = { connected: false, heardAt: null, openedAt: 1_000, failures: 0 };

describe("liveness", () => {
  it("is connecting before the first byte", () => {
    expect(livenessOf(start, 2_000)).toEqual({ kind: "connecting" });
  });

  it("is live while bytes arrive", () => {
    const stream = streamReducer(start, { kind: "heard", at: 5_000 });
    expect(livenessOf(stream, 35_000)).toEqual({ kind: "live" });
  });

  it("is stale when nothing was heard for more than 30 seconds, and says since when", () => {
    const stream = streamReducer(start, { kind: "heard", at: 5_000 });
    expect(livenessOf(stream, 35_001)).toEqual({ kind: "stale", since: 5_000 });
  });

  it("is stale when it never connected", () => {
    expect(livenessOf(start, 31_001)).toEqual({ kind: "stale", since: 1_000 });
  });

  it("is not live after the connection was lost, though the screen is still fresh", () => {
    const heard = streamReducer(start, { kind: "heard", at: 5_000 });
    const lost = streamReducer(heard, { kind: "lost" });
    expect(livenessOf(lost, 6_000)).toEqual({ kind: "connecting" });
  });

  it("counts failures until something is heard", () => {
    const twice = streamReducer(streamReducer(start, { kind: "lost" }), { kind: "lost" });
    expect(twice.failures).toBe(2);
    expect(streamReducer(twice, { kind: "heard", at: 9 }).failures).toBe(0);
  });
});
