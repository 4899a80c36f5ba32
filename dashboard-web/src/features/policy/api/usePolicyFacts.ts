import { useQuery } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { PolicyFact } from "@/api/types";

/** What conditions and examples may name. */
export function usePolicyFacts() {
  return useQuery({
    queryKey: keys.policyFacts,
    queryFn: ({ signal }) => api.get<PolicyFact[]>("/policies/facts", {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
