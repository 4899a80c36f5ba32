import type { Overview } from "@/api/types";

type Row = Overview["fleet_by_release"][number];

interface ComponentFleet {
  component: string;
  sticks: number;
  /** Newest first. */
  releases: Row[];
}

/** The server's rows, gathered by component. */
export function fleetByComponent(rows: Row[]): ComponentFleet[] {
  const names = [...new Set(rows.map((row) => row.component))];
  return names.map((component) => {
    const releases = rows.filter((row) => row.component === component);
    return {
      component,
      sticks: releases.reduce((sum, row) => sum + row.sticks, 0),
      releases: releases.toSorted((a, b) => b.version - a.version),
    };
  });
}
