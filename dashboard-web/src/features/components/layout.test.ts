import { aRelease } from "@demo/builders/aRelease";
import { aReport } from "@demo/builders/aReport";
import { aStick } from "@demo/builders/aStick";
import { describe, expect, it } from "vitest";
import type { Release } from "@/api/types";
import { layoutLineage } from "./layout";

const stick = aStick("usb_001", "Kitchen stick");
const release = (version: number, ...parents: number[]): Release =>
  aRelease(aReport(`r${version}`, stick, `change ${version}`), version, {
    id: `v${version}`,
    parents: parents.map((parent) => `v${parent}`),
  });

const places = (...releases: Release[]) =>
  layoutLineage(releases).places.map(({ release: { id }, generation, lane }) => [
    id,
    generation,
    lane,
  ]);

describe("the lineage", () => {
  it("puts a chain on one line", () => {
    expect(places(release(1), release(2, 1), release(3, 2))).toEqual([
      ["v1", 0, 0],
      ["v2", 1, 0],
      ["v3", 2, 0],
    ]);
  });

  it("puts the second improvement of one release beside the first", () => {
    expect(places(release(1), release(2, 1), release(3, 1))).toEqual([
      ["v1", 0, 0],
      ["v2", 1, 0],
      ["v3", 1, 1],
    ]);
  });

  it("puts a merge after its latest parent and draws both lines", () => {
    const layout = layoutLineage([release(1), release(2, 1), release(3, 2), release(4, 1, 3)]);
    expect(layout.places.at(-1)).toMatchObject({ generation: 3, lane: 0 });
    expect(layout.edges.map(({ from, to }) => [from.release.id, to.release.id])).toEqual([
      ["v1", "v2"],
      ["v2", "v3"],
      ["v1", "v4"],
      ["v3", "v4"],
    ]);
  });

  it("never puts two releases in one place", () => {
    const many = Array.from({ length: 40 }, (_, n) => release(n + 1, Math.floor((n + 1) / 3)));
    const taken = places(...many).map(([, generation, lane]) => `${generation}/${lane}`);
    expect(new Set(taken).size).toBe(40);
  });

  it("does not mind the order, unknown parents, or a circle", () => {
    expect(places(release(2, 1, 99), release(1, 2))).toEqual([
      ["v1", 0, 0],
      ["v2", 1, 0],
    ]);
  });

  it("of nothing is empty", () => {
    expect(layoutLineage([])).toEqual({ places: [], edges: [], generations: 0, lanes: 0 });
  });
});
