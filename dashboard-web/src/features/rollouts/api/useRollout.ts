import { useQuery } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { Rollout } from "@/api/types";

export function useRollout(id: string) {
  return useQuery({
    queryKey: keys.rollout(id),
    queryFn: ({ signal }) => api.get<Rollout>(`/rollouts/${id}`, {}, signal),
  });
}
