import { describe, expect, it } from "vitest";
import { keys } from "@/api/keys";
import { parseLiveEvent, staleKeys } from "./staleKeys";

describe("an event", () => {
  it("of a stick makes the lists, that stick and the overview old, but no other stick", () => {
    const stale = staleKeys({ type: "stick", id: "a" });
    expect(stale).toEqual([["sticks", "list"], keys.stick("a"), keys.overview]);
  });

  it.each(["upgrade-report", "decision", "release", "rollout"])(
    "of a %s makes the reports old, whose progress it moves",
    (type) => {
      const reports = staleKeys({ type, id: "a" }).filter(([first]) => first === "reports");
      expect(reports.length).toBeGreaterThan(0);
    },
  );

  it("of an unknown kind changes nothing", () => {
    expect(staleKeys({ type: "comet", id: "a" })).toEqual([]);
  });
});

describe("the data of an event", () => {
  it("is read when it has a type and an id", () => {
    const data = '{"type":"stick","id":"a","at":"2026-01-01T00:00:00Z"}';
    expect(parseLiveEvent(data)).toEqual({ type: "stick", id: "a" });
  });

  it.each(["", "{", "null", "[]", '{"type":"stick"}', '{"type":1,"id":"a"}'])(
    "is dropped when it is %s",
    (data) => {
      expect(parseLiveEvent(data)).toBeNull();
    },
  );
});
