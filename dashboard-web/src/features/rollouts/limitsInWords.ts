import type { RingLimits } from "@/api/types";
import { percent } from "@/shared/format/number";
import { duration } from "@/shared/format/time";

/** What the gate of a ring asks for; a limit that nothing can reach is none. */
export function limitsInWords(limits: RingLimits): string[] {
  const words: string[] = [];
  if (limits.min_verified_ratio > 0) {
    words.push(`Passes with ${percent(limits.min_verified_ratio)} verified`);
  }
  words.push(`Halts above ${percent(limits.max_failure_ratio)} failed`);
  const waiting = [
    [limits.max_silent_ratio, "silent"],
    [limits.max_outstanding_ratio, "outstanding"],
  ] as const;
  const holds = waiting
    .filter(([most]) => most < 1)
    .map(([most, word]) => `${percent(most)} ${word}`);
  if (holds.length > 0) words.push(`Holds above ${holds.join(" or ")}`);
  if (limits.soak_seconds > 0) words.push(`Soaks for ${duration(limits.soak_seconds)}`);
  return words;
}
