import type {
  Component,
  Deployment,
  EnrolmentCode,
  Operator,
  Overview,
  PolicyDetail,
  Release,
  Replay,
  Report,
  Rollout,
  Session,
  Stick,
  Trust,
} from "@/api/types";
import { aPolicy } from "../builders/aPolicy";
import { aTrust, demoTrust } from "../builders/aTrust";
import { overviewOf } from "./overview";
import { demoPeople } from "./people";
import { demoPolicies } from "./policies";
import { demoComponents, demoReleases } from "./releases";
import { demoReports } from "./reports";
import { demoRollouts } from "./rollouts";
import { demoSticks } from "./sticks";

/** What the stand-in for the server knows. Verbs change it, as they would there. */
export interface World {
  session: Session | null;
  people: Operator[];
  trust: Trust;
  sticks: Stick[];
  reports: Report[];
  releases: Release[];
  components: Component[];
  rollouts: Rollout[];
  codes: EnrolmentCode[];
  /** Newest first. */
  policies: PolicyDetail[];
  replays: Replay[];
  /** What a stick says whose upgrade failed. */
  failure: string;
  /** Told of every change; the event stream listens. */
  listeners: Set<(type: string, id: string) => void>;
}

export function emptyWorld(): World {
  return {
    session: { username: "admin", role: "administrator", expires_at: "2099-01-01T00:00:00Z" },
    people: [],
    trust: aTrust(),
    sticks: [],
    reports: [],
    releases: [],
    components: [],
    rollouts: [],
    codes: [],
    policies: [aPolicy(1)],
    replays: [],
    failure: "free-space: 9 PB asked for, 11.2 GB left",
    listeners: new Set(),
  };
}

export function demoWorld(): World {
  const releases = demoReleases();
  return {
    ...emptyWorld(),
    people: demoPeople(),
    trust: demoTrust(),
    sticks: demoSticks(),
    reports: demoReports(),
    releases,
    components: demoComponents(releases),
    rollouts: demoRollouts(releases),
    ...demoPolicies(),
  };
}

export function tell(world: World, type: string, id: string): void {
  for (const listener of world.listeners) listener(type, id);
}

export function overview(world: World): Overview {
  return overviewOf(world);
}

const outcomes = [
  ["failed", "failed"],
  ["conflict", "conflict"],
  ["rolled_back", "rolled_back"],
  ["verified", "verified"],
  ["declined", "declined"],
  ["superseded", "superseded"],
  ["silent", "pending"],
  ["outstanding", "pending"],
] as const;

/** Sticks for the counts of each ring, so that table and bar agree. */
export function deployments(world: World, rollout: Rollout): Deployment[] {
  const sticks = world.sticks.filter(({ state }) => state === "accepted");
  let next = 0;
  return rollout.rings.flatMap((ring) =>
    outcomes.flatMap(([outcome, state]) =>
      Array.from({ length: ring.counts[outcome] }).flatMap(() => {
        const stick = sticks[next % sticks.length];
        next += 1;
        if (!stick || next > sticks.length) return [];
        return [
          {
            stick_id: stick.id,
            module_id: stick.module_id,
            module_name: stick.module_name,
            draw: stick.id.replaceAll("-", "").slice(0, 16),
            ring: ring.ordinal,
            named: false,
            state,
            reason: state === "failed" ? world.failure : "",
            changed_at: ring.opened_at ?? rollout.created_at,
          },
        ];
      }),
    ),
  );
}
