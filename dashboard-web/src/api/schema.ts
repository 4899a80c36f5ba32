/**
 * The shapes of docs/api.md, in the form that openapi-typescript writes.
 * `npm run generate:api -- <openapi file>` replaces this file with the generated one.
 */
export interface components {
  schemas: {
    SessionView: { username: string; role: string; expires_at: string };
    UsbView: {
      vendor_id: string;
      product_id: string;
      bcd_device: string;
      manufacturer: string;
      product: string;
      serial: string;
      virtual: boolean;
    };
    InstalledView: {
      component: string;
      version: number;
      release_id: string;
      local_changes: number;
    };
    StickView: {
      id: string;
      module_id: string;
      module_name: string;
      state: "pending" | "accepted" | "rejected" | "retired" | "quarantined";
      online: boolean;
      last_seen_at: string | null;
      enrolled_at: string;
      agent_version: string;
      hardware_class: string;
      key_id: string;
      test_stick: boolean;
      usb: components["schemas"]["UsbView"];
      contributions: { reports: number; released: number };
      installed: components["schemas"]["InstalledView"][];
      allowed_verbs: ("accept" | "reject" | "retire")[];
    };
    EnrolmentCodeView: {
      id: string;
      code?: string | null;
      note: string;
      uses: number;
      used: number;
      created_at: string;
      created_by: string;
      expires_at: string;
    };
    FileView: { path: string; size: number; mode: string; sha256: string };
    ContributorView: { stick_id: string; module_id: string; module_name: string };
    ReportView: {
      id: string;
      component: string;
      type: "feature" | "performance" | "bugfix" | "security" | "ux";
      description: string;
      features: string[];
      claims: { metric: string; factor: number }[];
      parents: string[];
      contributor: components["schemas"]["ContributorView"];
      state: "awaiting_files" | "pending" | "approved" | "rejected" | "needs_human";
      progress:
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
      file_count: number;
      total_bytes: number;
      changes: { added: string[]; modified: string[]; removed: string[] };
      received_at: string;
      decision: components["schemas"]["DecisionView"] | null;
      release_id: string | null;
      rollout_id: string | null;
      files?: components["schemas"]["FileView"][];
    };
    DecisionView: {
      id: string;
      report_id: string;
      component: string;
      verdict: "approve" | "reject" | "needs_human";
      impact: {
        level: "low" | "medium" | "high";
        score: number;
        factors: { name: string; points: number; why: string }[];
      };
      strategy: ("IMMEDIATE" | "STAGED" | "TEST_FIRST" | "OPTIONAL") | null;
      priority: "urgent" | "high" | "normal" | "low";
      reasons: string[];
      policy_version: number;
      policy_row: number | null;
      stages: { stage: string; passed: boolean; detail: string }[];
      decided_by: string;
      decided_at: string;
    };
    ReleaseView: {
      id: string;
      component: string;
      version: number;
      type: components["schemas"]["ReportView"]["type"];
      description: string;
      features: string[];
      parents: string[];
      contributor: components["schemas"]["ContributorView"];
      report_id: string;
      file_count: number;
      total_bytes: number;
      payload_sha256: string;
      signed_by: string[];
      withdrawn: boolean;
      created_at: string;
      files?: components["schemas"]["FileView"][];
    };
    ComponentView: {
      name: string;
      title: string;
      head: components["schemas"]["ReleaseView"] | null;
      release_count: number;
      contributors: { module_id: string; module_name: string; releases: number }[];
    };
    LineageView: { releases: components["schemas"]["ReleaseView"][] };
    CountsView: {
      total: number;
      verified: number;
      failed: number;
      rolled_back: number;
      declined: number;
      conflict: number;
      superseded: number;
      outstanding: number;
      silent: number;
    };
    RingView: {
      ordinal: number;
      name: string;
      share: number;
      state: "waiting" | "open" | "passed" | "halted";
      opens_at: string | null;
      opened_at: string | null;
      counts: components["schemas"]["CountsView"];
      verdict: { kind: "advance" | "hold" | "halt"; reason: string } | null;
      limits: {
        max_failure_ratio: number;
        min_verified_ratio: number;
        max_silent_ratio: number;
        max_outstanding_ratio: number;
        soak_seconds: number;
      };
    };
    RolloutView: {
      id: string;
      version: number;
      component: string;
      release: components["schemas"]["ReleaseView"];
      strategy: "IMMEDIATE" | "STAGED" | "TEST_FIRST" | "OPTIONAL";
      priority: "urgent" | "high" | "normal" | "low";
      state: "scheduled" | "running" | "paused" | "halted" | "completed" | "superseded";
      reason: string;
      changed_by: string;
      seed_sha256: string;
      seed: string | null;
      created_at: string;
      started_at: string | null;
      finished_at: string | null;
      rings: components["schemas"]["RingView"][];
      counts: components["schemas"]["CountsView"];
      allowed_verbs: ("pause" | "resume" | "halt" | "advance")[];
    };
    DeploymentView: {
      stick_id: string;
      module_id: string;
      module_name: string;
      ring: number;
      state: string;
      reason: string;
      changed_at: string;
    };
    OverviewView: {
      sticks: { total: number; online: number; pending: number };
      reports: { pending: number; needs_human: number };
      rollouts: { running: number; paused: number; halted: number };
      attention: components["schemas"]["AttentionView"][];
      fleet_by_release: { component: string; version: number; sticks: number }[];
    };
    AttentionView: {
      kind: string;
      severity: string;
      title: string;
      detail: string;
      link: string;
      verb: string | null;
    };
  };
}
