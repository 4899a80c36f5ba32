import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { Rollout, RolloutVerb } from "@/api/types";

/** Pause, resume, halt or advance; refused by the server when the rollout changed since it was shown. */
export function useRolloutVerb({ id, version }: Pick<Rollout, "id" | "version">) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ verb, reason }: { verb: RolloutVerb; reason: string }) =>
      api.post<Rollout>(`/rollouts/${id}/${verb}`, { reason }, version),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["rollouts"] }),
        queries.invalidateQueries({ queryKey: keys.overview }),
      ]),
  });
}
