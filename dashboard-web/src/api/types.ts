import type { components } from "./schema";

/** Names for the generated shapes; nothing else in the dashboard reads `schema.ts`. */
type Schemas = components["schemas"];

export type Session = Schemas["SessionView"];
export type Stick = Schemas["StickView"];
export type StickState = Stick["state"];
export type StickVerb = Stick["allowed_verbs"][number];
export type EnrolmentCode = Schemas["EnrolmentCodeView"];
export type FileEntry = Schemas["FileView"];
export type Contributor = Schemas["ContributorView"];
export type Report = Schemas["ReportView"];
export type UpgradeType = Report["type"];
export type Progress = Report["progress"];
export type Decision = Schemas["DecisionView"];
export type Impact = Decision["impact"];
export type Strategy = NonNullable<Decision["strategy"]>;
export type Release = Schemas["ReleaseView"];
export type Component = Schemas["ComponentView"];
export type Lineage = Schemas["LineageView"];
export type Counts = Schemas["CountsView"];
export type Ring = Schemas["RingView"];
export type RingLimits = Ring["limits"];
export type Rollout = Schemas["RolloutView"];
export type RolloutState = Rollout["state"];
export type RolloutVerb = Rollout["allowed_verbs"][number];
export type Deployment = Schemas["DeploymentView"];
export type Overview = Schemas["OverviewView"];
export type Attention = Schemas["AttentionView"];

/** One page of a list; `next` is the cursor of the page after it. */
export interface Page<T> {
  items: T[];
  next: string | null;
  total: number;
}
