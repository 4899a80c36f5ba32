import { aPolicy } from "../builders/aPolicy";
import { daysAgo, hoursAgo } from "../builders/time";
import type { World } from "./world";

/** One version in force, and one that waits for somebody else's approval. */
export function demoPolicies(): Pick<World, "policies" | "replays"> {
  const inForce = aPolicy(1);
  const rows = inForce.rows.map((row) =>
    row.type === "feature"
      ? { ...row, strategy: "OPTIONAL" as const, condition: "files_removed == 0 && reach < 500" }
      : row,
  );
  return {
    policies: [
      aPolicy(
        2,
        {
          state: "proposed",
          note: "Features are offered, so that nobody is surprised.",
          authors: ["jo"],
          created_by: "jo",
          created_at: daysAgo(1),
          proposed_by: "jo",
          proposed_at: hoursAgo(3),
          against: 1,
        },
        { rows, needs_second: true },
      ),
      inForce,
    ],
    replays: [
      {
        day: hoursAgo(9).slice(0, 10),
        started_at: hoursAgo(9),
        finished_at: hoursAgo(9),
        since: daysAgo(30),
        same: 214,
        different: 0,
        not_replayable: 17,
        error: null,
        differences: [],
      },
    ],
  };
}
