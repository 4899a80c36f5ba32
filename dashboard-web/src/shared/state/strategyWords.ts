import type { Strategy } from "@/api/types";

/** The four ways a release reaches the sticks. */
export const strategyWords: Record<Strategy, { word: string; meaning: string }> = {
  IMMEDIATE: { word: "Immediate", meaning: "All sticks at once, brake armed." },
  STAGED: {
    word: "Staged",
    meaning: "10 % on day 1, 50 % on day 3, all on day 7; each step only if stable.",
  },
  TEST_FIRST: { word: "Test first", meaning: "The test sticks for 24 hours; if stable, all." },
  OPTIONAL: { word: "Optional", meaning: "Offered; each owner chooses." },
};
