import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { Decision, Strategy } from "@/api/types";

export interface PersonsDecision {
  verdict: "approve" | "reject";
  strategy?: Strategy;
  reason: string;
}

/** A person's decision on a report that the policy left to people. */
export function useDecide(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (decision: PersonsDecision) =>
      api.post<Decision>(`/upgrade-reports/${id}/decision`, decision),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["reports"] }),
        queries.invalidateQueries({ queryKey: keys.overview }),
      ]),
  });
}
