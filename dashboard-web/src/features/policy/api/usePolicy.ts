import { useQuery } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { PolicyDetail } from "@/api/types";

export function usePolicy(version: number) {
  return useQuery({
    queryKey: keys.policy(version),
    queryFn: ({ signal }) => api.get<PolicyDetail>(`/policies/${version}`, {}, signal),
  });
}
