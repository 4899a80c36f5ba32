import { useQuery } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { Page, PolicyVersion } from "@/api/types";

export function usePolicies() {
  return useQuery({
    queryKey: keys.policies,
    queryFn: ({ signal }) => api.get<Page<PolicyVersion>>("/policies", {}, signal),
  });
}
