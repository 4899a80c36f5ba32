import type { PolicyDetail, PolicyExample, PolicyRequest, PolicyRow } from "@/api/types";

/** What a version says, as it is sent. */
export function textOf(detail: PolicyDetail): PolicyRequest {
  return {
    note: detail.version.note,
    rows: detail.rows.map(rowText),
    examples: detail.examples.map(exampleText),
  };
}

function rowText({ row: _, ...row }: PolicyRow): PolicyRequest["rows"][number] {
  return row;
}

function exampleText(example: PolicyExample): PolicyRequest["examples"][number] {
  return example;
}

/** `reach = 100, has_parent = false` ⇄ the facts that are meant. */
export function writeFacts(facts: Readonly<Record<string, unknown>>): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name} = ${value}`)
    .join(", ");
}

export function readFacts(text: string): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  for (const part of text.split(",").filter((it) => it.trim() !== "")) {
    const [name = "", value = ""] = part.split("=").map((it) => it.trim());
    facts[name] = meant(value);
  }
  return facts;
}

function meant(text: string): unknown {
  if (text === "true" || text === "false") return text === "true";
  return /^\d+$/.test(text) ? Number(text) : text;
}

/** What becomes of a report, as one choice. */
export function endOf({ verdict, strategy }: { verdict: string; strategy?: string | null }) {
  return strategy ?? verdict;
}

export function readEnd(end: string): { verdict: string; strategy: string | null } {
  return end === "reject" || end === "needs_human"
    ? { verdict: end, strategy: null }
    : { verdict: "approve", strategy: end };
}

export const ends = [
  { value: "IMMEDIATE", label: "Immediate" },
  { value: "STAGED", label: "Staged" },
  { value: "TEST_FIRST", label: "Test first" },
  { value: "OPTIONAL", label: "Optional" },
  { value: "needs_human", label: "A person decides" },
  { value: "reject", label: "Rejected" },
];
