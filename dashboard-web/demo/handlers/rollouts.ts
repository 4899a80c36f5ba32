import { HttpResponse, http } from "msw";
import type { Rollout, RolloutVerb } from "@/api/types";
import { rolloutVerbsOf } from "../builders/aRollout";
import { deployments, tell, type World } from "../world/world";
import { illegalTransition, notFound, page, problem } from "./answers";

const after = { pause: "paused", resume: "running", halt: "halted", advance: "running" } as const;

export function rolloutHandlers(world: World) {
  const find = (wanted: unknown) => world.rollouts.find((rollout) => rollout.id === wanted);
  const replace = (rollout: Rollout) => {
    world.rollouts = world.rollouts.map((other) => (other.id === rollout.id ? rollout : other));
    tell(world, "rollout", rollout.id);
    return HttpResponse.json(rollout);
  };
  return [
    http.get("*/api/v1/rollouts", ({ request }) => {
      const url = new URL(request.url);
      const state = url.searchParams.get("state");
      return HttpResponse.json(
        page(
          world.rollouts.filter((rollout) => !state || rollout.state === state),
          url,
        ),
      );
    }),
    http.get("*/api/v1/rollouts/:id", ({ params }) => {
      const rollout = find(params.id);
      return rollout ? HttpResponse.json(rollout) : notFound("rollout");
    }),
    http.get("*/api/v1/rollouts/:id/deployments", ({ params, request }) => {
      const url = new URL(request.url);
      const rollout = find(params.id);
      if (!rollout) return notFound("rollout");
      const ring = url.searchParams.get("ring");
      const found = deployments(world, rollout);
      return HttpResponse.json(
        page(
          found.filter((one) => !ring || one.ring === Number(ring)),
          url,
        ),
      );
    }),
    http.post("*/api/v1/rollouts/:id/:verb", async ({ params, request }) => {
      const rollout = find(params.id);
      if (!rollout) return notFound("rollout");
      const verb = params.verb as RolloutVerb;
      if (!rollout.allowed_verbs.includes(verb)) return illegalTransition("rollout", rollout.state);
      if (request.headers.get("If-Match") !== `"${rollout.version}"`) return changedMeanwhile();
      const { reason } = (await request.json()) as { reason: string };
      const state = after[verb];
      return replace({
        ...rollout,
        version: rollout.version + 1,
        state,
        reason,
        changed_by: world.session?.username ?? "admin",
        allowed_verbs: rolloutVerbsOf[state],
      });
    }),
  ];
}

const changedMeanwhile = () =>
  problem(
    412,
    "changed-meanwhile",
    "Somebody changed it meanwhile",
    "Look at it as it is now, then decide again.",
  );
