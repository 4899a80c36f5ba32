import type { Release, Rollout } from "@/api/types";
import { aRing, aRollout, counts } from "../builders/aRollout";
import { daysAgo, hoursAgo, inDays, inHours } from "../builders/time";

const at = (releases: Release[], component: string, version: number): Release => {
  const found = releases.find((one) => one.component === component && one.version === version);
  if (!found) throw new Error(`the demo has no ${component} ${version}`);
  return found;
};

const all = (verified: number) => [
  aRing(1, "All sticks", 1, {
    state: "passed",
    opened_at: daysAgo(11),
    counts: counts({ verified, declined: 1 }),
    verdict: { kind: "advance", reason: `${verified} of ${verified + 1} sticks verified.` },
  }),
];

export function demoRollouts(releases: Release[]): Rollout[] {
  return [
    aRollout(
      at(releases, "music-player", 3),
      [
        aRing(1, "First 10%", 0.1, {
          state: "passed",
          opened_at: daysAgo(4),
          counts: counts({ verified: 2 }),
          verdict: { kind: "advance", reason: "2 of 2 sticks verified, none failed, none silent." },
        }),
        aRing(2, "Up to 50%", 0.5, {
          state: "open",
          opened_at: daysAgo(2),
          counts: counts({ verified: 2, conflict: 1, outstanding: 1, silent: 1 }),
          verdict: {
            kind: "hold",
            reason: "2 of 5 sticks verified; 90% are asked for. 1 conflict waits for its owner.",
          },
        }),
        aRing(3, "Everyone", 1, { opens_at: inDays(3), counts: counts({ outstanding: 4 }) }),
      ],
      "running",
    ),
    aRollout(
      at(releases, "music-player", 4),
      [
        aRing(1, "Test sticks", 0.3, {
          state: "halted",
          opened_at: daysAgo(2),
          counts: counts({ rolled_back: 1, failed: 2 }),
          verdict: { kind: "halt", reason: "2 of 3 sticks failed: not enough free space." },
        }),
        aRing(2, "Everyone", 1, { counts: counts({ outstanding: 7 }) }),
      ],
      "halted",
      {
        strategy: "TEST_FIRST",
        reason: "Halted by the gate: 2 of 3 sticks failed. Its sticks return to release 3.",
        started_at: daysAgo(2),
        finished_at: hoursAgo(40),
      },
    ),
    aRollout(
      at(releases, "recipe-book", 2),
      [
        aRing(1, "Offered to all", 1, {
          state: "open",
          opened_at: daysAgo(6),
          counts: counts({ verified: 4, declined: 1, outstanding: 2 }),
          verdict: { kind: "hold", reason: "2 owners have not chosen yet." },
        }),
      ],
      "paused",
      {
        strategy: "OPTIONAL",
        started_at: daysAgo(6),
        reason: "Paused by admin: asking around first.",
      },
    ),
    aRollout(
      at(releases, "photo-frame", 2),
      [
        aRing(1, "Test sticks", 0.3, {
          state: "passed",
          opened_at: daysAgo(8),
          counts: counts({ verified: 3 }),
          verdict: { kind: "advance", reason: "3 of 3 sticks verified for 24 hours." },
        }),
        aRing(2, "Everyone", 1, {
          state: "passed",
          opened_at: daysAgo(7),
          counts: counts({ verified: 4, superseded: 1 }),
          verdict: { kind: "advance", reason: "4 of 4 sticks verified." },
        }),
      ],
      "completed",
      { strategy: "TEST_FIRST", started_at: daysAgo(8), finished_at: daysAgo(6) },
    ),
    aRollout(at(releases, "music-player", 2), all(8), "superseded", {
      strategy: "IMMEDIATE",
      started_at: daysAgo(11),
      finished_at: daysAgo(10),
      created_at: daysAgo(11),
    }),
    aRollout(
      at(releases, "photo-frame", 1),
      [aRing(1, "First 10%", 0.1, { opens_at: inHours(14), counts: counts({ outstanding: 1 }) })],
      "scheduled",
      { created_at: hoursAgo(10) },
    ),
  ];
}
