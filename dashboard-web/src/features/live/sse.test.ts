import { describe, expect, it } from "vitest";
import { SseReader } from "./sse";

const one = 'event: stick\ndata: {"id":"a"}\n\n';

describe("the event stream reader", () => {
  it("reads an event that arrives whole", () => {
    expect(new SseReader().push(one)).toEqual([{ event: "stick", data: '{"id":"a"}' }]);
  });

  it.each(Array.from({ length: one.length - 1 }, (_, index) => index + 1))(
    "reads an event that is cut after character %i",
    (cut) => {
      const reader = new SseReader();
      const events = [...reader.push(one.slice(0, cut)), ...reader.push(one.slice(cut))];
      expect(events).toEqual([{ event: "stick", data: '{"id":"a"}' }]);
    },
  );

  it("takes comments for a sign of life, not for events", () => {
    expect(new SseReader().push(": still here\n\n: still here\n\n")).toEqual([]);
  });

  it("joins several lines of data", () => {
    expect(new SseReader().push("data: a\ndata: b\n\n")).toEqual([
      { event: "message", data: "a\nb" },
    ]);
  });

  it("understands carriage returns", () => {
    expect(new SseReader().push("event: rollout\r\ndata: x\r\n\r\n")).toEqual([
      { event: "rollout", data: "x" },
    ]);
  });

  it("keeps an unfinished event back", () => {
    expect(new SseReader().push("data: unfinished\n")).toEqual([]);
  });
});
