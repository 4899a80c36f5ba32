import type { Counts } from "@/api/types";
import { outcomeLooks } from "@/shared/state/rolloutLooks";

type Outcome = Exclude<keyof Counts, "total">;

export interface Segment {
  outcome: Outcome;
  count: number;
  /** Width in percent of the bar. */
  width: number;
}

/** Below this a segment could not be seen; the widest one gives what is missing. */
const LEAST_WIDTH = 1.5;

const OUTCOMES = Object.keys(outcomeLooks) as Outcome[];

/** The server's counts as parts of one bar; together they fill it, or nothing does. */
export function segmentsOf(counts: Counts): Segment[] {
  const present = OUTCOMES.filter((outcome) => counts[outcome] > 0);
  const sum = present.reduce((total, outcome) => total + counts[outcome], 0);
  const segments = present.map((outcome) => ({
    outcome,
    count: counts[outcome],
    width: Math.max((counts[outcome] / sum) * 100, LEAST_WIDTH),
  }));
  const excess = segments.reduce((total, { width }) => total + width, 0) - 100;
  const widest = segments.toSorted((a, b) => b.width - a.width)[0];
  if (widest) widest.width -= excess;
  return segments;
}

/** "3 verified, 1 failed of 10 sticks": the bar for those who do not see it. */
export function segmentsInWords(counts: Counts): string {
  const parts = segmentsOf(counts).map(
    ({ outcome, count }) => `${count} ${outcomeLooks[outcome].word.toLowerCase()}`,
  );
  const sticks = `${counts.total} ${counts.total === 1 ? "stick" : "sticks"}`;
  return parts.length === 0 ? `No outcome yet of ${sticks}` : `${parts.join(", ")} of ${sticks}`;
}
