import { id } from "@demo/builders/ids";
import { expectOnlyText, hostilePeople, say } from "@demo/testing/hostile";
import { renderDashboard } from "@demo/testing/renderDashboard";
import { server } from "@demo/testing/server";
import { screen, waitFor } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { expect, it } from "vitest";
import type { DryRun, PolicyCheck } from "@/api/types";

type User = ReturnType<typeof renderDashboard>["user"];

/** Every column of a table: whose words stand there, or null where they are the dashboard's own. */
type Fields = Record<string, string | null>;

interface Place {
  at: string;
  fields: Fields;
  /** What has to be done to see it. */
  open?: (user: User) => Promise<void>;
}

const world = hostilePeople();
const stick = `/sticks/${world.sticks[0]?.id}`;
const upgrade = `/upgrades/${world.reports[0]?.id}`;
const rollout = `/rollouts/${world.rollouts[0]?.id}`;

const approved = { verdict: "approve", strategy: "STAGED", priority: "normal" } as const;
const doubted = { verdict: "needs_human", strategy: null, priority: "normal" } as const;

const dryRun: DryRun = {
  looked: 1,
  not_replayable: 0,
  different: 1,
  differences: [
    {
      decision_id: id("dry run"),
      report_id: id("report"),
      component: say("component"),
      type: "feature",
      decided_at: "2026-11-20T11:59:00Z",
      was: approved,
      was_because: [],
      would_be: doubted,
      because: [say("row")],
    },
  ],
};

const check: PolicyCheck = {
  passed: true,
  against: 1,
  faults: [],
  examples: [],
  dropped: [],
  grid: [
    {
      type: "feature",
      impact: "low",
      before: [approved],
      after: [doubted],
      reports: 2,
      different: 1,
      witness: { facts: { component: say("fact") }, before: approved, after: doubted },
    },
  ],
  tried: 2,
  cut_off: false,
  unreached_rows: [],
};

/** By the file that makes them. */
const tables: Record<string, Place> = {
  "features/components/LineageTable": {
    at: "/components/music-player?as=table",
    fields: {
      Release: null,
      Improves: null,
      "What it did": "description",
      Type: null,
      "Made by": "module name",
      When: null,
    },
  },
  "features/people/PeopleTable": {
    at: "/people",
    fields: { "User name": "user name", Role: null, State: null, Added: null, Actions: null },
  },
  "features/policy/DryRunCard": {
    at: "/policy/1",
    fields: { Upgrade: "component", Was: null, "Would be": null, Because: "row" },
    open: async (user) => {
      server.use(http.post("*/api/v1/policies/1/dry-run", () => HttpResponse.json(dryRun)));
      await user.click(await screen.findByRole("button", { name: "Try it" }));
    },
  },
  "features/policy/GridTable": {
    at: "/policy/2",
    fields: { Type: null, "Low impact": "fact", "Medium impact": null, "High impact": null },
    open: async () => {
      server.use(http.post("*/api/v1/policies/2/check", () => HttpResponse.json(check)));
    },
  },
  "features/policy/RowTable": {
    at: "/policy/2",
    fields: { Row: null, When: "condition", Then: null, Priority: null },
  },
  "features/rollouts/DeploymentTable": {
    at: rollout,
    fields: { Stick: "module name", Outcome: "outcome reason", Ring: "ring", Changed: null },
  },
  "features/sticks/EnrolmentCodeList": {
    at: "/sticks",
    fields: { Note: "note", "Uses left": null, Expires: null, "": null },
    open: async (user) => user.click(await screen.findByRole("button", { name: /Enrolment/ })),
  },
  "features/sticks/InstalledTable": {
    at: stick,
    fields: { Component: "component", Release: null, "Changed here": null },
  },
  "features/sticks/StickTable": {
    at: "/sticks",
    fields: {
      Stick: "module name",
      "Live status": null,
      State: null,
      Contributions: null,
      Installed: "component",
      Actions: null,
    },
  },
  "features/trust/Roles": {
    at: "/trust",
    fields: { Role: null, "Signed by": null, "Keys needed": null, Keys: null, Expires: null },
  },
  "shared/ui/FileTable": {
    at: upgrade,
    fields: { Path: "file path", Size: null, "SHA-256": null },
  },
};

/** Names with values beside them: a table of one row. */
const facts: [at: string, fields: Record<string, string>][] = [
  [
    stick,
    {
      Manufacturer: "manufacturer",
      Product: "product",
      "Serial number": "serial",
      Agent: "agent",
      "Hardware class": "hardware class",
    },
  ],
  [stick, { Device: "serial" }],
  [
    upgrade,
    { Contributor: "module name", Features: "feature", Claims: "claim", "Decided by": "decider" },
  ],
  ["/components/music-player", { "Made by": "module name", Features: "feature" }],
  [
    "/policy/3",
    {
      "Written by": "author",
      "Proposed by": "proposer",
      "Approved by": "approver",
      "Put in force by": "activator",
      "Discarded by": "discarder",
    },
  ],
];

const columns = (table: HTMLTableElement) =>
  [...(table.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.textContent);

/** The rows of the table with exactly these columns, once something stands in it. */
const tableOf = (names: string[]) =>
  waitFor(() => {
    const all = [...document.querySelectorAll("table")];
    const found = all.find((table) => columns(table).join() === names.join());
    const rows = [...(found?.tBodies[0]?.rows ?? [])];
    expect(rows).not.toHaveLength(0);
    return rows;
  });

it.each(Object.entries(tables))("%s shows them as text in their columns", async (_, place) => {
  const { user } = renderDashboard(place.at, hostilePeople());
  await place.open?.(user);
  const rows = await tableOf(Object.keys(place.fields));
  for (const [column, field] of Object.values(place.fields).entries()) {
    if (field) {
      expect(rows.map((row) => row.cells[column]?.textContent).join()).toContain(say(field));
    }
  }
  expectOnlyText(rows[0]?.closest("table") ?? null);
  expectOnlyText(document.querySelector("main"));
});

it("leaves out no table", () => {
  const sources = import.meta.glob<string>(["/src/**/*.tsx", "!/src/**/*.test.tsx"], {
    query: "?raw",
    import: "default",
    eager: true,
  });
  const withColumns = Object.entries(sources)
    .filter(([, source]) => source.includes("<Table.Thead>"))
    .map(([file]) => file.replace(/^\/src\/|\.tsx$/g, ""));
  expect(Object.keys(tables).toSorted()).toEqual(withColumns.toSorted());
});

it.each(facts)("%s shows them as text beside their names", async (at, fields) => {
  renderDashboard(at, hostilePeople());
  for (const [name, field] of Object.entries(fields)) {
    const term = await screen.findByText(name, { selector: "dt" });
    expect(term.nextElementSibling?.textContent).toContain(say(field));
  }
  expectOnlyText(document.querySelector("main"));
});
