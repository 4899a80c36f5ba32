import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { PolicyDetail } from "@/api/types";

export type PolicyVerb = "propose" | "send-back" | "discard" | "approve" | "activate";

/** Who approves and activates says by its digest what they saw. */
export function usePolicyVerb({ version, sha256 }: PolicyDetail) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (verb: PolicyVerb) =>
      api.post<PolicyDetail>(
        `/policies/${version.version}/${verb}`,
        verb === "approve" || verb === "activate" ? { sha256 } : {},
        version.revision,
      ),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["policies"] }),
        queries.invalidateQueries({ queryKey: keys.overview }),
      ]),
  });
}
