import type { RingLimits } from "@/api/types";
import { percent } from "@/shared/format/number";
import { duration } from "@/shared/format/time";

/** What the gate of a ring asks for. */
export function limitsInWords(limits: RingLimits): string[] {
  const words = [
    `Passes with ${percent(limits.min_verified_ratio)} verified`,
    `Halts above ${percent(limits.max_failure_ratio)} failed`,
    `Holds above ${percent(limits.max_silent_ratio)} silent or ${percent(limits.max_outstanding_ratio)} outstanding`,
  ];
  if (limits.soak_seconds > 0) words.push(`Soaks for ${duration(limits.soak_seconds)}`);
  return words;
}
