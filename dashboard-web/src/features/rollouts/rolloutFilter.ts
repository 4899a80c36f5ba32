import type { RolloutState } from "@/api/types";

export type RolloutFilter = { state?: RolloutState; component?: string };

const STATES: readonly RolloutState[] = [
  "scheduled",
  "running",
  "paused",
  "halted",
  "completed",
  "superseded",
];

/** The address of the list → its filter; what is not understood is left out. */
export function parseRolloutFilter(search: Record<string, unknown>): RolloutFilter {
  const filter: RolloutFilter = {};
  const state = STATES.find((known) => known === search.state);
  if (state) filter.state = state;
  if (search.component !== undefined && search.component !== "") {
    filter.component = String(search.component);
  }
  return filter;
}
