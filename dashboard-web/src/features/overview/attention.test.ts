import { describe, expect, it } from "vitest";
import type { Attention } from "@/api/types";
import { fixWord, stickToAccept, targetOf } from "./attention";

const item: Attention = {
  kind: "",
  severity: "low",
  title: "",
  detail: "",
  link: "/sticks/7",
  verb: "accept",
};

describe("the link of a thing that needs attention", () => {
  it.each([
    ["/sticks/7", { to: "/sticks/$id", params: { id: "7" } }],
    ["/api/v1/upgrade-reports/a-b", { to: "/upgrades/$id", params: { id: "a-b" } }],
    ["/upgrades/a", { to: "/upgrades/$id", params: { id: "a" } }],
    ["/rollouts", { to: "/rollouts" }],
    ["/components/music-player", { to: "/components/$name", params: { name: "music-player" } }],
    ["/policy/2", { to: "/policy/$version", params: { version: "2" } }],
    ["/policy", { to: "/policy" }],
  ])("%s leads to a screen", (link, target) => {
    expect(targetOf(link)).toEqual(target);
  });

  it.each([
    "https://elsewhere.example/sticks/7",
    "//elsewhere.example/sticks",
    "javascript:alert(1)",
    "/toString/7",
    "/sticks/7/../../admin",
    "",
  ])("%s leads nowhere", (link) => {
    expect(targetOf(link)).toBeNull();
  });
});

it("accepts a stick with one click, and nothing else", () => {
  expect(stickToAccept(item)).toBe("7");
  expect(stickToAccept({ ...item, verb: "reject" })).toBeNull();
  expect(stickToAccept({ ...item, link: "/rollouts/7" })).toBeNull();
});

it("has a word for a verb it does not know", () => {
  expect(fixWord({ ...item, verb: null })).toBe("Have a look");
  expect(fixWord({ ...item, verb: "dance" })).toBe("Have a look");
});
