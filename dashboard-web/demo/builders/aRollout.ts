import type { Counts, Release, Ring, Rollout, RolloutState, RolloutVerb } from "@/api/types";
import { digest, id } from "./ids";
import { daysAgo } from "./time";

const none: Counts = {
  total: 0,
  verified: 0,
  failed: 0,
  rolled_back: 0,
  declined: 0,
  conflict: 0,
  superseded: 0,
  outstanding: 0,
  silent: 0,
};

/** Counts whose total is the sum of what is given. */
export function counts(given: Partial<Omit<Counts, "total">> = {}): Counts {
  const total = Object.values(given).reduce((sum, number) => sum + number, 0);
  return { ...none, ...given, total };
}

export function sum(all: Counts[]): Counts {
  const keys = Object.keys(none) as (keyof Counts)[];
  return Object.fromEntries(
    keys.map((key) => [key, all.reduce((total, each) => total + each[key], 0)]),
  ) as unknown as Counts;
}

export function aRing(
  ordinal: number,
  name: string,
  share: number,
  given: Partial<Ring> = {},
): Ring {
  return {
    ordinal,
    name,
    share,
    bound: null,
    state: "waiting",
    opens_at: null,
    opened_at: null,
    counts: counts(),
    verdict: null,
    limits: {
      max_failure_ratio: 0.05,
      min_verified_ratio: 0.9,
      max_silent_ratio: 0.2,
      max_outstanding_ratio: 0.05,
      soak_seconds: 86_400,
    },
    ...given,
  };
}

/** What may be done in each state, as the server's transition table has it. */
export const rolloutVerbsOf: Record<RolloutState, RolloutVerb[]> = {
  scheduled: ["pause", "halt"],
  running: ["pause", "advance", "halt"],
  paused: ["resume", "halt"],
  halted: [],
  completed: ["halt"],
  superseded: [],
};

export function aRollout(
  release: Release,
  rings: Ring[],
  state: RolloutState,
  given: Partial<Rollout> = {},
): Rollout {
  const name = `rollout ${release.component} ${release.version}`;
  return {
    id: id(name),
    version: 1,
    component: release.component,
    release,
    strategy: "STAGED",
    priority: "normal",
    state,
    reason: "",
    changed_by: "",
    seed_sha256: digest(`commitment ${name}`),
    seed: state === "scheduled" ? null : digest(`seed ${name}`),
    created_at: daysAgo(4),
    started_at: state === "scheduled" ? null : daysAgo(4),
    finished_at: null,
    rings,
    counts: sum(rings.map((ring) => ring.counts)),
    allowed_verbs: rolloutVerbsOf[state],
    ...given,
  };
}
