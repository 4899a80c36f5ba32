import type { components } from "./schema";

/** The generated shapes by the names that the dashboard uses; nothing else reads `schema.ts`. */
type Schemas = components["schemas"];

export type Strategy = Schemas["Strategy"];

export type Session = Schemas["SessionView"];
export type PasswordChange = Schemas["PasswordChange"];

export type Operator = Schemas["OperatorView"];
export type OperatorRole = Operator["role"];
export type NewOperator = Schemas["NewOperator"];
export type OperatorPatch = Schemas["OperatorPatch"];

export type Stick = Schemas["StickView"];
export type StickState = Stick["state"];
export type StickVerb = Stick["allowed_verbs"][number];
/** Those that change a stick's state and need nothing else. */
export type StateVerb = Extract<StickVerb, "accept" | "reject" | "retire">;
export type StickWarning = Schemas["StickWarningView"];
export type EnrolmentCode = Schemas["EnrolmentCodeView"];

export type NewEnrolmentCode = Schemas["NewCode"];

export type FileEntry = Schemas["FileView"];
export type Contributor = Schemas["ContributorView"];

export type Report = Schemas["ReportView"];
export type UpgradeType = Report["type"];
export type Progress = Report["progress"];
export type Decision = Schemas["DecisionView"];
export type Impact = Schemas["ImpactView"];

export type Release = Schemas["ReleaseView"];
export type Component = Schemas["ComponentView"];
export type Lineage = Schemas["LineageView"];

export type Rollout = Schemas["RolloutView"];
export type RolloutState = Rollout["state"];
export type RolloutVerb = Rollout["allowed_verbs"][number];
export type Ring = Schemas["RingView"];
export type RingLimits = Schemas["LimitsView"];
export type Counts = Schemas["Counts"];
export type Deployment = Schemas["DeploymentView"];

export type PolicyVersion = Schemas["PolicyVersionView"];
export type PolicyDetail = Schemas["PolicyDetailView"];
export type PolicyRow = Schemas["RowView"];
export type PolicyExample = Schemas["ExampleView"];
export type PolicyRequest = Schemas["PolicyRequest"];
export type PolicyCheck = Schemas["PolicyCheckView"];
export type PolicyCell = Schemas["CellView"];
export type PolicyResult = Schemas["ResultView"];
export type PolicyFact = Schemas["FactView"];
export type DryRun = Schemas["DryRunView"];
export type Replay = Schemas["ReplayView"];
export type Trust = Schemas["TrustOverview"];
export type TrustRole = Schemas["TrustRoleView"];
export type TrustSigning = Schemas["TrustSigningView"];

export type Overview = Schemas["OverviewView"];
export type Attention = Schemas["Attention"];

/** One page of a list; `next` is the cursor of the page after it. */
export type Page<T> = Omit<Schemas["PageStickView"], "items"> & { items: T[] };
