import { aPolicy } from "@demo/builders/aPolicy";
import { aRelease } from "@demo/builders/aRelease";
import { aDecision, aReport } from "@demo/builders/aReport";
import { aRing, aRollout, counts } from "@demo/builders/aRollout";
import { aStick, aWarning } from "@demo/builders/aStick";
import { aTrust } from "@demo/builders/aTrust";
import { renderDashboard } from "@demo/testing/renderDashboard";
import { emptyWorld, type World } from "@demo/world/world";
import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";

const corpus = [
  "<script>window.broken = true</script>",
  '<img src=x onerror="window.broken = true">',
  "<svg onload=window.broken=true><circle/></svg>",
  "\"><iframe srcdoc='<script>parent.broken=true</script>'></iframe>",
  "javascript:window.broken=true",
  "{{constructor.constructor('window.broken=true')()}}",
  "</title></style></textarea><b>bold</b>",
  "&lt;b&gt;already escaped&lt;/b&gt;",
  "‮reversed‬ and \u0000 zero",
];

/** Everything that a stick can write, written by a hostile one. */
function hostileWorld(text: string): World {
  const stick = aStick("usb_001", text, { installed: [] });
  stick.usb = { ...stick.usb, manufacturer: text, product: text, serial: text };
  stick.warnings = [aWarning({ kind: "other_hardware", copy: "", usb: stick.usb })];
  const decision = aDecision("r", {
    reasons: [text],
    stages: [{ stage: text, passed: true, finding: text, detail: text, statement: null }],
  });
  const report = aReport("r", stick, text, {
    features: [text],
    claims: [{ metric: text, factor: 2 }],
    decision: {
      ...decision,
      impact: { level: "low", score: 1, factors: [{ name: text, points: 1, why: text }] },
    },
    changes: { added: [text], modified: [], removed: [] },
    files: [{ path: text, size: 1, mode: "0644", sha256: "0" }],
  });
  const release = aRelease(report, 1);
  const ring = aRing(1, text, 1, {
    counts: counts({ failed: 1 }),
    verdict: { kind: "halt", reason: text },
  });
  return {
    ...emptyWorld(),
    sticks: [stick],
    reports: [report],
    releases: [release],
    components: [
      {
        name: "music-player",
        title: text,
        head: release,
        release_count: 1,
        contributors: [{ module_id: "usb_001", module_name: text, releases: 1 }],
      },
    ],
    rollouts: [aRollout(release, [ring], "halted", { reason: text })],
    failure: `failed: ${text}`,
  };
}

/** The same, where operators and whoever names key files are hostile, too. */
function hostilePeople(text: string): World {
  const inForce = aPolicy(1, { note: text, authors: [text] });
  const facts = { upgrade_type: "bugfix", component: text };
  const draft = aPolicy(
    2,
    { state: "draft", note: text, authors: [text], created_by: text },
    {
      rows: inForce.rows.map((row) => ({ ...row, condition: `"${text}" != ""` })),
      examples: [
        { name: text, facts, finding: "passed", verdict: "approve", strategy: "IMMEDIATE" },
        { name: `broken ${text}`, facts, finding: "passed", verdict: "reject", strategy: null },
      ],
    },
  );
  const discarded = aPolicy(3, { state: "discarded", note: text, discarded_by: text });
  const why = { decision_id: text, report_id: "r", reason: text };
  return {
    ...hostileWorld(text),
    policies: [discarded, draft, { ...inForce, examples: draft.examples.slice(0, 1) }],
    replays: [
      {
        day: "2026-11-20",
        started_at: "2026-11-20T03:17:00Z",
        finished_at: "2026-11-20T03:17:00Z",
        since: "2026-10-20T03:17:00Z",
        same: 1,
        different: 1,
        not_replayable: 0,
        error: text,
        differences: [why],
      },
    ],
    trust: aTrust({
      offline_directory: text,
      offline_keys_here: [`${text}.key`],
      signings: [
        {
          role: "code",
          version: 1,
          prepared_at: "2026-11-20T11:59:00Z",
          added: [{ component: text, version: 1, release_id: "1" }],
          removed: [{ component: text, version: 2, release_id: "2" }],
        },
      ],
    }),
  };
}

const addresses = (world: World) => [
  "/",
  "/sticks",
  `/sticks/${world.sticks[0]?.id}`,
  "/upgrades",
  `/upgrades/${world.reports[0]?.id}`,
  "/components",
  "/components/music-player",
  "/components/music-player?as=table",
  "/rollouts",
  `/rollouts/${world.rollouts[0]?.id}`,
];

const forbidden =
  "script, img, iframe, circle, textarea, [onerror], [onload], a[href^='javascript']";

const text = corpus.join(" ");

/** The page at an address once everything on it is loaded; nothing of the text has come to life. */
async function shown(address: string, world: World): Promise<HTMLElement | null> {
  renderDashboard(address, world);
  await screen.findAllByRole("heading", { level: 1 });
  await waitFor(() => expect(screen.queryAllByLabelText("Loading")).toHaveLength(0));
  const main = document.querySelector("main");
  expect(main?.querySelectorAll(forbidden)).toHaveLength(0);
  expect(window).not.toHaveProperty("broken");
  return main;
}

it.each(addresses(hostileWorld(text)))("shows what sticks wrote as text at %s", async (address) => {
  const main = await shown(address, hostileWorld(text));
  expect(main?.textContent).toContain(text);
});

it("shows the reason of an outcome as text", async () => {
  const world = hostileWorld(text);
  const main = await shown(`/rollouts/${world.rollouts[0]?.id}`, world);
  expect(main?.textContent).toContain(`failed: ${text}`);
});

it.each(["/policy", "/policy/1", "/policy/2", "/policy/3", "/trust"])(
  "shows what people wrote and how they named keys as text at %s",
  async (address) => {
    const main = await shown(address, hostilePeople(text));
    expect(main?.textContent).toContain(text);
  },
);

it("shows examples, conditions and what a check says of them as text", async () => {
  const main = await shown("/policy/2", hostilePeople(text));
  await screen.findByText(/it cannot be (proposed|saved)/);
  expect(main?.textContent).toContain(`broken ${text}`);
  expect(main?.textContent).toContain(`"${text}" != ""`);
  expect(main?.querySelectorAll(forbidden)).toHaveLength(0);
});
