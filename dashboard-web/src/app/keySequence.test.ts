import { describe, expect, it } from "vitest";
import { nextKey, type Shortcut, type Typed } from "./keySequence";

function type(...keys: [key: string, at: number][]): Shortcut[] {
  let typed: Typed = { prefix: null, at: 0 };
  return keys.map(([key, at]) => {
    const [next, shortcut] = nextKey(typed, key, at);
    typed = next;
    return shortcut;
  });
}

describe("keys", () => {
  it("g and then a letter goes somewhere", () => {
    expect(type(["g", 0], ["s", 400])).toEqual([{ kind: "none" }, { kind: "go", key: "s" }]);
  });

  it("forgets the g after a while", () => {
    expect(type(["g", 0], ["s", 2_000])).toEqual([{ kind: "none" }, { kind: "none" }]);
  });

  it("forgets the g after another key", () => {
    expect(type(["g", 0], ["x", 100], ["s", 200]).at(-1)).toEqual({ kind: "none" });
  });

  it("searches and helps", () => {
    expect(type(["/", 0], ["?", 10])).toEqual([{ kind: "search" }, { kind: "help" }]);
  });
});
