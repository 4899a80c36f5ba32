import type { components } from "./schema";

/**
 * The generated shapes by the names that the dashboard uses; nothing else reads `schema.ts`. The OpenAPI document does not say
 * which fields may be null and which words a state may be: docs/api.md does, and so does this file. A field named here that the
 * server does not have fails to compile.
 */
type Schemas = components["schemas"];

type Whole<T> = T extends readonly (infer Item)[]
  ? Whole<Item>[]
  : T extends object
    ? { [Field in keyof T]-?: Whole<T[Field]> }
    : T;

type Known<Name extends keyof Schemas, More> = {
  [Field in keyof More]: Field extends keyof Schemas[Name] ? unknown : never;
};

type Told<Name extends keyof Schemas, More extends Known<Name, More>> = Omit<
  Whole<Schemas[Name]>,
  keyof More
> &
  More;

export type UpgradeType = "feature" | "performance" | "bugfix" | "security" | "ux";
export type Strategy = "IMMEDIATE" | "STAGED" | "TEST_FIRST" | "OPTIONAL";
type Priority = "urgent" | "high" | "normal" | "low";

export type Session = Whole<Schemas["SessionView"]>;

export type StickState = "pending" | "accepted" | "rejected" | "retired" | "quarantined";
export type StickVerb = "accept" | "reject" | "retire";
export type Stick = Told<
  "StickView",
  { state: StickState; last_seen_at: string | null; allowed_verbs: StickVerb[] }
>;
export type EnrolmentCode = Told<
  "EnrolmentCodeView",
  {
    /** Only in the answer to its creation. */
    code?: string;
  }
>;

export type FileEntry = Whole<Schemas["FileView"]>;
export type Contributor = Whole<Schemas["ContributorView"]>;

export type Impact = Omit<Whole<Schemas["DecisionView"]>["impact"], "level"> & {
  level: "low" | "medium" | "high";
};
export type Decision = Told<
  "DecisionView",
  {
    verdict: "approve" | "reject" | "needs_human";
    impact: Impact;
    strategy: Strategy | null;
    priority: Priority;
    policy_row: number | null;
  }
>;

export type Progress =
  | "waiting"
  | "evaluating"
  | "needs_human"
  | "rejected"
  | "scheduled"
  | "testing"
  | "rolling_out"
  | "deployed"
  | "halted"
  | "paused";
export type ReportState = "awaiting_files" | "pending" | "approved" | "rejected" | "needs_human";
export type Report = Told<
  "ReportView",
  {
    type: UpgradeType;
    state: ReportState;
    progress: Progress;
    decision: Decision | null;
    release_id: string | null;
    rollout_id: string | null;
    /** Only where one report is asked for alone. */
    files?: FileEntry[];
  }
>;

export type Release = Told<
  "ReleaseView",
  {
    type: UpgradeType;
    /** Only where one release is asked for alone. */
    files?: FileEntry[];
  }
>;
export type Component = Told<"ComponentView", { head: Release | null }>;
export type Lineage = Told<"LineageView", { releases: Release[] }>;

export type Counts = Whole<Schemas["RolloutView"]>["counts"];
export type Ring = Told<
  "RingView",
  {
    state: "waiting" | "open" | "passed" | "halted";
    opens_at: string | null;
    opened_at: string | null;
    verdict: { kind: "advance" | "hold" | "halt"; reason: string } | null;
  }
>;
export type RingLimits = Ring["limits"];
export type RolloutState =
  | "scheduled"
  | "running"
  | "paused"
  | "halted"
  | "completed"
  | "superseded";
export type RolloutVerb = "pause" | "resume" | "halt" | "advance";
export type Rollout = Told<
  "RolloutView",
  {
    release: Release;
    strategy: Strategy;
    priority: Priority;
    state: RolloutState;
    seed: string | null;
    started_at: string | null;
    finished_at: string | null;
    rings: Ring[];
    allowed_verbs: RolloutVerb[];
  }
>;
export type Deployment = Whole<Schemas["DeploymentView"]>;

export type Overview = Told<"OverviewView", { attention: Attention[] }>;
export type Attention = Omit<Whole<Schemas["OverviewView"]>["attention"][number], "verb"> & {
  verb: string | null;
};

/** One page of a list; `next` is the cursor of the page after it. */
export interface Page<T> {
  items: T[];
  next: string | null;
  total: number;
}
