import type { PolicyResult, PolicyRow } from "@/api/types";
import { strategyWords } from "@/shared/state/strategyWords";
import { typeLooks } from "@/shared/state/upgradeLooks";

/** "Feature, of medium impact or above". */
export function whenInWords(row: Pick<PolicyRow, "type" | "min_impact">): string {
  const type = row.type === null ? "Any upgrade" : typeLooks[row.type].word;
  if (row.min_impact === null || row.min_impact === "low") return type;
  return row.min_impact === "high"
    ? `${type}, of high impact`
    : `${type}, of medium impact or above`;
}

/** What becomes of a report: "Staged", "A person decides", "Rejected". */
export function resultInWords(result: Pick<PolicyResult, "verdict" | "strategy">): string {
  if (result.strategy) return strategyWords[result.strategy].word;
  return result.verdict === "reject" ? "Rejected" : "A person decides";
}

/** Facts of an imagined report: "reach 100, has parent no". */
export function factsInWords(facts: Readonly<Record<string, unknown>>): string {
  const word = (value: unknown) =>
    typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
  return Object.entries(facts)
    .map(([name, value]) => `${name.replaceAll("_", " ")} ${word(value)}`)
    .join(", ");
}
