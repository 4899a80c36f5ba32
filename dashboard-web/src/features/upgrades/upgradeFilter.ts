import type { Progress } from "@/api/types";

const SHOWN = ["all", "needs-you", "pending", "testing", "deployed", "stopped"] as const;
export type Shown = (typeof SHOWN)[number];

export type UpgradeFilter = { show?: Shown; component?: string };

/** Each chip: the word, and the progress that belongs to it; all of them where it names none. */
export const groups: Record<Shown, { word: string; progress: readonly Progress[] }> = {
  all: { word: "All", progress: [] },
  "needs-you": { word: "Needs you", progress: ["needs_human"] },
  pending: { word: "Pending", progress: ["waiting", "evaluating"] },
  testing: { word: "Testing", progress: ["scheduled", "testing", "rolling_out", "paused"] },
  deployed: { word: "Deployed", progress: ["deployed"] },
  stopped: { word: "Stopped", progress: ["rejected", "halted"] },
};

export const shownGroups = SHOWN.map((value) => ({ value, word: groups[value].word }));

/** The address of the feed → its filter; what is not understood is left out. */
export function parseUpgradeFilter(search: Record<string, unknown>): UpgradeFilter {
  const filter: UpgradeFilter = {};
  const show = SHOWN.find((known) => known === search.show);
  if (show && show !== "all") filter.show = show;
  if (search.component !== undefined && search.component !== "") {
    filter.component = String(search.component);
  }
  return filter;
}
