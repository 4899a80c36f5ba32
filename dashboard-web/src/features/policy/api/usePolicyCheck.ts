import { useQuery } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { PolicyCheck } from "@/api/types";

/** What a saved version would do beside the one in force. */
export function usePolicyCheck(version: number, enabled: boolean) {
  return useQuery({
    queryKey: keys.policyCheck(version),
    queryFn: () => api.post<PolicyCheck>(`/policies/${version}/check`),
    enabled,
  });
}
