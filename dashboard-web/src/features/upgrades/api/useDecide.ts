import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import { Problem } from "@/api/problem";
import type { Decision, Strategy } from "@/api/types";

export interface PersonsDecision {
  verdict: "approve" | "reject";
  strategy?: Strategy;
  /** The newest release that the person knows of; left out, the one of the examination. */
  on_version?: number;
  reason: string;
}

/** The release that an approval was refused for, because it came after the examination. */
export function movedTo(error: unknown): number | null {
  if (!(error instanceof Problem) || error.type !== "urn:metalayer:problem:head-moved") return null;
  const version = error.members.head_version;
  return typeof version === "number" ? version : null;
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
