import { expect, it } from "vitest";
import { matching } from "./matching";

const entries = [
  { label: "Music Player", about: "music-player" },
  { label: "Photo Frame", about: "photo-frame" },
];

it("finds by every word, in any order and case", () => {
  expect(matching("PLAYER mus", entries, 5)).toEqual([entries[0]]);
  expect(matching("player photo", entries, 5)).toEqual([]);
});

it("finds all when nothing is asked, but no more than wanted", () => {
  expect(matching("", entries, 5)).toEqual(entries);
  expect(matching("", entries, 1)).toEqual([entries[0]]);
});
