import { HttpResponse, http } from "msw";
import type {
  PolicyCell,
  PolicyCheck,
  PolicyDetail,
  PolicyRequest,
  PolicyResult,
  PolicyRow,
} from "@/api/types";
import { aPolicy } from "../builders/aPolicy";
import { id } from "../builders/ids";
import { daysAgo, minutesAgo } from "../builders/time";
import { tell, type World } from "../world/world";
import { illegalTransition, notFound, page } from "./answers";

type Text = Pick<PolicyRequest, "rows" | "examples">;
const types = ["feature", "performance", "bugfix", "security", "ux"] as const;
const impacts = ["low", "medium", "high"] as const;
const names = ["upgrade_type", "reach", "files_removed", "has_parent", "component"];

type Row = Text["rows"][number];

/** Conditions always hold here. */
const deciding = (rows: Row[], type: string, impact: (typeof impacts)[number]) =>
  rows.find(
    (row) =>
      (row.type == null || row.type === type) &&
      impacts.indexOf(impact) >=
        impacts.indexOf((row.min_impact ?? "low") as (typeof impacts)[number]),
  );

function result(rows: Row[], type: string, impact: (typeof impacts)[number]): PolicyResult {
  const found = deciding(rows, type, impact);
  return {
    verdict: (found?.verdict ?? "needs_human") as PolicyResult["verdict"],
    strategy: (found?.strategy ?? null) as PolicyResult["strategy"],
    priority: (found?.priority ?? "normal") as PolicyResult["priority"],
  };
}

const same = (one: PolicyResult, other: PolicyResult) =>
  JSON.stringify(one) === JSON.stringify(other);

function checkOf(text: Text, inForce: PolicyDetail): PolicyCheck {
  const faults = text.rows.flatMap((row, index) => {
    const unknown = row.condition?.match(/[a-z_]{3,}/)?.[0];
    return unknown && !names.includes(unknown)
      ? [
          {
            place: `rows[${index}].condition`,
            line: 1,
            column: (row.condition ?? "").indexOf(unknown) + 1,
            message: `undeclared reference to '${unknown}'`,
          },
        ]
      : [];
  });
  const against = inForce.version.version;
  const nothing = { dropped: [], tried: 0, cut_off: false, unreached_rows: [] };
  if (faults.length > 0) {
    return { passed: false, against, faults, examples: [], grid: [], ...nothing };
  }
  const outcome = (example: Text["examples"][number]) => {
    const got = result(text.rows, String(example.facts.upgrade_type), "low");
    return {
      name: example.name,
      passed: got.verdict === example.verdict && got.strategy === (example.strategy ?? null),
      wanted: {
        verdict: example.verdict as PolicyResult["verdict"],
        strategy: (example.strategy ?? null) as PolicyResult["strategy"],
        priority: null,
      },
      got,
      policy_row: 1,
      reasons: ["impact low (10 points)"],
    };
  };
  const examples = text.examples.map(outcome);
  const kept = text.examples.map((example) => example.name);
  const dropped = inForce.examples.filter((example) => !kept.includes(example.name)).map(outcome);
  const grid = types.flatMap((type) =>
    impacts.map((impact): PolicyCell => {
      const before = result(inForce.rows, type, impact);
      const after = result(text.rows, type, impact);
      const different = same(before, after) ? 0 : 1;
      return {
        type,
        impact,
        before: [before],
        after: [after],
        reports: 1,
        different,
        witness: null,
      };
    }),
  );
  const reached = types.flatMap((type) =>
    impacts.map((impact) => text.rows.indexOf(deciding(text.rows, type, impact) as Row) + 1),
  );
  return {
    passed: examples.every(({ passed }) => passed),
    against,
    faults,
    examples,
    dropped,
    grid,
    tried: grid.length,
    cut_off: false,
    unreached_rows: text.rows
      .map((_, index) => index + 1)
      .filter((row) => row < text.rows.length && !reached.includes(row)),
  };
}

export function policyHandlers(world: World) {
  const find = (version: unknown) =>
    world.policies.find((policy) => String(policy.version.version) === version);
  const inForce = () =>
    world.policies.find((policy) => policy.version.state === "active") ?? aPolicy(1);
  const replace = (policy: PolicyDetail, given: Partial<PolicyDetail["version"]>, text?: Text) => {
    const { version } = policy;
    const changed: PolicyDetail = {
      ...policy,
      ...(text && {
        rows: text.rows.map((row, index) => ({ ...row, row: index + 1 }) as PolicyRow),
        examples: text.examples as PolicyDetail["examples"],
      }),
      version: { ...version, ...given, revision: version.revision + 1 },
    };
    world.policies = world.policies.map((other) => (other === policy ? changed : other));
    tell(world, "policy", String(version.version));
    return HttpResponse.json(changed);
  };
  return [
    http.get("*/api/v1/policies", ({ request }) =>
      HttpResponse.json(
        page(
          world.policies.map(({ version }) => version),
          new URL(request.url),
        ),
      ),
    ),
    http.get("*/api/v1/policies/facts", () =>
      HttpResponse.json(
        names.map((name) => ({ name, kind: "number", usual: "1", meaning: `the ${name}` })),
      ),
    ),
    http.get("*/api/v1/policies/replays", ({ request }) =>
      HttpResponse.json(page(world.replays, new URL(request.url))),
    ),
    http.get("*/api/v1/policies/:version", ({ params }) => {
      const policy = find(params.version);
      return policy ? HttpResponse.json(policy) : notFound("policy");
    }),
    http.post("*/api/v1/policies", async ({ request }) => {
      const text = (await request.json()) as PolicyRequest;
      const version = world.policies.length + 1;
      const author = world.session?.username ?? "admin";
      const draft = aPolicy(version, {
        state: "draft",
        note: text.note,
        authors: [author],
        created_by: author,
        created_at: minutesAgo(0),
        sha256: null,
      });
      world.policies = [draft, ...world.policies];
      return HttpResponse.json(draft, { status: 201 });
    }),
    http.put("*/api/v1/policies/:version", async ({ params, request }) => {
      const policy = find(params.version);
      if (!policy) return notFound("policy");
      const text = (await request.json()) as PolicyRequest;
      return replace(policy, { note: text.note }, text);
    }),
    http.post("*/api/v1/policies/check", async ({ request }) =>
      HttpResponse.json(checkOf((await request.json()) as PolicyRequest, inForce())),
    ),
    http.post("*/api/v1/policies/:version/check", ({ params }) => {
      const policy = find(params.version);
      return policy ? HttpResponse.json(checkOf(policy, inForce())) : notFound("policy");
    }),
    http.post("*/api/v1/policies/:version/dry-run", () =>
      HttpResponse.json({
        looked: 12,
        not_replayable: 3,
        different: 1,
        differences: [
          {
            decision_id: id("dry run"),
            report_id: world.reports[0]?.id ?? id("report"),
            component: "music-player",
            type: "feature",
            decided_at: daysAgo(2),
            was: { verdict: "approve", strategy: "STAGED", priority: "normal" },
            was_because: [],
            would_be: { verdict: "needs_human", strategy: null, priority: "normal" },
            because: ["policy 2, row 6: any type, impact any: needs human"],
          },
        ],
      }),
    ),
    http.post("*/api/v1/policies/:version/:verb", ({ params }) => {
      const policy = find(params.version);
      if (!policy) return notFound("policy");
      const { state } = policy.version;
      const me = world.session?.username ?? "admin";
      if (params.verb === "propose" && state === "draft") {
        return replace(policy, {
          state: "proposed",
          proposed_by: me,
          against: inForce().version.version,
          sha256: policy.sha256,
        });
      }
      if (params.verb === "discard" && state === "draft") {
        return replace(policy, { state: "discarded", discarded_by: me });
      }
      if (state !== "proposed") return illegalTransition("policy", state);
      if (params.verb === "send-back") return replace(policy, { state: "draft", sha256: null });
      if (params.verb === "approve") return replace(policy, { approved_by: me });
      replace(inForce(), { state: "superseded" });
      return replace(policy, { state: "active", activated_by: me });
    }),
  ];
}
