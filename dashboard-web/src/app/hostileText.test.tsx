import { aRelease } from "@demo/builders/aRelease";
import { aDecision, aReport } from "@demo/builders/aReport";
import { aRing, aRollout, counts } from "@demo/builders/aRollout";
import { aStick, aWarning } from "@demo/builders/aStick";
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

it.each(addresses(hostileWorld(text)))("shows what sticks wrote as text at %s", async (address) => {
  renderDashboard(address, hostileWorld(text));
  await screen.findAllByRole("heading", { level: 1 });
  await waitFor(() => expect(screen.queryAllByLabelText("Loading")).toHaveLength(0));
  const main = document.querySelector("main");
  expect(main?.textContent).toContain(text);
  expect(main?.querySelectorAll(forbidden)).toHaveLength(0);
  expect(window).not.toHaveProperty("broken");
});
