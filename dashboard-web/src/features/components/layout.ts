import type { Release } from "@/api/types";

export interface Place {
  release: Release;
  /** Steps from the first release: along the graph. */
  generation: number;
  /** Row beside the main line: across the graph. */
  lane: number;
}

export interface Edge {
  from: Place;
  to: Place;
}

export interface LineageLayout {
  places: Place[];
  edges: Edge[];
  generations: number;
  lanes: number;
}

/**
 * Places every release one step after its latest parent, and beside its first parent where that place is free. Parents that
 * are not in the list are left out; a release never waits for one that comes after it, so circles cannot hang this.
 */
export function layoutLineage(releases: readonly Release[]): LineageLayout {
  const places = new Map<string, Place>();
  const taken = new Set<string>();
  for (const release of releases.toSorted((a, b) => a.version - b.version)) {
    const parents = release.parents.flatMap((id) => places.get(id) ?? []);
    const generation = Math.max(-1, ...parents.map((parent) => parent.generation)) + 1;
    let lane = parents[0]?.lane ?? 0;
    while (taken.has(`${generation}/${lane}`)) lane += 1;
    taken.add(`${generation}/${lane}`);
    places.set(release.id, { release, generation, lane });
  }
  const all = [...places.values()];
  return {
    places: all,
    edges: all.flatMap((to) =>
      to.release.parents.flatMap((id) => {
        const from = places.get(id);
        return from ? [{ from, to }] : [];
      }),
    ),
    generations: 1 + Math.max(-1, ...all.map(({ generation }) => generation)),
    lanes: 1 + Math.max(-1, ...all.map(({ lane }) => lane)),
  };
}
