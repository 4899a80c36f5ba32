import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/client";
import type { PolicyDetail, PolicyRequest } from "@/api/types";

/** Makes a draft of what another version says. */
export function useDraftPolicy() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (text: PolicyRequest) => api.post<PolicyDetail>("/policies", text),
    onSettled: () => queries.invalidateQueries({ queryKey: ["policies"] }),
  });
}

/** Refused when somebody else changed the draft since it was shown here. */
export function useSavePolicy(version: number, revision: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (text: PolicyRequest) =>
      api.put<PolicyDetail>(`/policies/${version}`, text, revision),
    onSettled: () => queries.invalidateQueries({ queryKey: ["policies"] }),
  });
}
