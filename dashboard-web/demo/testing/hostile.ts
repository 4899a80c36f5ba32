import { expect } from "vitest";
import { aPerson } from "../builders/aPerson";
import { aPolicy } from "../builders/aPolicy";
import { aRelease } from "../builders/aRelease";
import { aDecision, aReport } from "../builders/aReport";
import { aRing, aRollout, counts } from "../builders/aRollout";
import { aStick, aWarning } from "../builders/aStick";
import { aTrust } from "../builders/aTrust";
import { emptyWorld, type World } from "../world/world";

const payload = [
  "<script>window.broken = true</script>",
  '<img src=x onerror="window.broken = true">',
  "<svg onload=window.broken=true><circle/></svg>",
  "\"><iframe srcdoc='<script>parent.broken=true</script>'></iframe>",
  "<link rel=stylesheet href=//127.0.0.1:9/x.css><base href=//127.0.0.1:9/>",
  "javascript:window.broken=true",
  "{{constructor.constructor('window.broken=true')()}}",
  "</title></style></textarea><b>bold</b>",
  "&lt;b&gt;already escaped&lt;/b&gt;",
  "‮reversed‬ and \u0000 zero",
].join(" ");

/** What a hostile one says in a field: the field's name, so that it can be told where it stands. */
export const say = (field: string) => `${field}: ${payload}`;

/** What only a payload could have made, and with it whatever could run or ask a server. */
const grown =
  "script, img, iframe, link, base, circle, textarea, [onerror], [onload], a[href^='javascript']";

/** Nothing of what was said has come to life there. */
export function expectOnlyText(within: Element | null): void {
  expect(within?.querySelectorAll(grown)).toHaveLength(0);
  expect(window).not.toHaveProperty("broken");
}

/** Everything that a stick can write, written by a hostile one. */
function hostileSticks(): World {
  const stick = aStick("usb_001", say("module name"), {
    agent_version: say("agent"),
    hardware_class: say("hardware class"),
    contributions: { reports: 1, released: 1 },
    installed: [{ component: say("component"), version: 1, release_id: "1", local_changes: 0 }],
  });
  const usb = { manufacturer: say("manufacturer"), product: say("product"), serial: say("serial") };
  stick.usb = { ...stick.usb, ...usb };
  stick.warnings = [aWarning({ kind: "other_hardware", copy: "", usb: stick.usb })];
  const report = aReport("r", stick, say("description"), {
    features: [say("feature")],
    claims: [{ metric: say("claim"), factor: 2 }],
    decision: aDecision("r", {
      decided_by: say("decider"),
      reasons: [say("reason")],
      stages: [
        {
          stage: say("stage"),
          passed: true,
          finding: say("finding"),
          detail: say("detail"),
          statement: null,
        },
      ],
      impact: {
        level: "low",
        score: 1,
        factors: [{ name: say("factor"), points: 1, why: say("why") }],
      },
    }),
    changes: { added: [say("added path")], modified: [], removed: [] },
    files: [{ path: say("file path"), size: 1, mode: "0644", sha256: "0" }],
  });
  const release = aRelease(report, 1);
  const ring = aRing(1, say("ring"), 1, {
    counts: counts({ failed: 1 }),
    verdict: { kind: "halt", reason: say("gate") },
  });
  return {
    ...emptyWorld(),
    sticks: [stick],
    reports: [report],
    releases: [release],
    components: [
      {
        name: "music-player",
        title: say("component title"),
        head: release,
        release_count: 1,
        contributors: [{ module_id: "usb_001", module_name: say("module name"), releases: 1 }],
      },
    ],
    rollouts: [
      aRollout(release, [ring], "halted", {
        reason: say("halt reason"),
        changed_by: say("halted by"),
      }),
    ],
    failure: say("outcome reason"),
  };
}

/** The same, where operators and whoever names key files are hostile, too. */
export function hostilePeople(): World {
  const rows = aPolicy(1).rows.map((row) => ({
    ...row,
    condition: `"${say("condition")}" != ""`,
  }));
  const inForce = aPolicy(1, { note: say("note"), authors: [say("author")] }, { rows });
  const facts = { upgrade_type: "bugfix", component: say("fact") };
  const draft = aPolicy(
    2,
    { state: "draft", note: say("note"), authors: [say("author")], created_by: say("author") },
    {
      rows,
      examples: [
        {
          name: say("example"),
          facts,
          finding: "passed",
          verdict: "approve",
          strategy: "IMMEDIATE",
        },
        {
          name: `broken ${say("example")}`,
          facts,
          finding: "passed",
          verdict: "reject",
          strategy: null,
        },
      ],
    },
  );
  const discarded = aPolicy(3, {
    state: "discarded",
    note: say("note"),
    authors: [say("author")],
    proposed_by: say("proposer"),
    approved_by: say("approver"),
    activated_by: say("activator"),
    discarded_by: say("discarder"),
  });
  return {
    ...hostileSticks(),
    people: [aPerson(say("user name"))],
    codes: [
      {
        id: "1",
        note: say("note"),
        uses: 2,
        used: 1,
        created_by: say("author"),
        created_at: "2026-01-01T00:00:00Z",
        expires_at: "2099-01-01T00:00:00Z",
      },
    ],
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
        error: say("replay error"),
        differences: [{ decision_id: say("decision"), reason: say("replay reason") }],
      },
    ],
    trust: aTrust({
      offline_directory: say("key folder"),
      offline_keys_here: [`${say("key")}.key`],
      signings: [
        {
          role: "code",
          version: 1,
          prepared_at: "2026-11-20T11:59:00Z",
          added: [{ component: say("added"), version: 1, release_id: "1" }],
          removed: [{ component: say("removed"), version: 2, release_id: "2" }],
        },
      ],
    }),
  };
}
