import type { StickState } from "@/api/types";

export type StickFilter = { state?: StickState; q?: string };

const STATES: readonly StickState[] = ["pending", "accepted", "quarantined", "rejected", "retired"];

/** The address of the list → its filter; what is not understood is left out. */
export function parseStickFilter(search: Record<string, unknown>): StickFilter {
  const filter: StickFilter = {};
  const state = STATES.find((known) => known === search.state);
  if (state) filter.state = state;
  if (search.q !== undefined && search.q !== "") filter.q = String(search.q);
  return filter;
}
