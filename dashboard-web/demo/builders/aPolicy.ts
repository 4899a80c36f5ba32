import type { PolicyDetail, PolicyExample, PolicyRow, PolicyVersion } from "@/api/types";
import { digest } from "./ids";
import { daysAgo } from "./time";

function row(
  number: number,
  type: PolicyRow["type"],
  impact: PolicyRow["min_impact"],
  strategy: PolicyRow["strategy"],
  priority: PolicyRow["priority"],
): PolicyRow {
  return {
    row: number,
    type,
    min_impact: impact,
    condition: null,
    verdict: strategy === null ? "needs_human" : "approve",
    strategy,
    priority,
  };
}

const rows: PolicyRow[] = [
  row(1, "security", "high", "IMMEDIATE", "urgent"),
  row(2, "feature", "medium", "STAGED", "normal"),
  row(3, "performance", "low", "TEST_FIRST", "normal"),
  row(4, "ux", null, "OPTIONAL", "low"),
  row(5, "bugfix", null, "IMMEDIATE", "high"),
  row(6, null, null, null, "normal"),
];

const examples: PolicyExample[] = [
  {
    name: "a bugfix goes to everybody",
    facts: { upgrade_type: "bugfix", score: 10 },
    finding: "passed",
    verdict: "approve",
    strategy: "IMMEDIATE",
  },
];

/** A version that says what the default policy says. */
export function aPolicy(
  version: number,
  given: Partial<PolicyVersion> = {},
  content: Partial<Pick<PolicyDetail, "rows" | "examples" | "needs_second">> = {},
): PolicyDetail {
  const sha256 = digest(`policy ${version}`);
  return {
    version: {
      version,
      revision: 1,
      state: "active",
      row_count: rows.length,
      note: "The default policy.",
      sha256,
      against: null,
      authors: [],
      created_by: "Meta Layer",
      created_at: daysAgo(40),
      proposed_by: null,
      proposed_at: null,
      approved_by: null,
      approved_at: null,
      activated_by: null,
      activated_at: null,
      superseded_at: null,
      discarded_by: null,
      discarded_at: null,
      ...given,
    },
    sha256,
    needs_second: false,
    rows,
    examples,
    ...content,
  };
}
