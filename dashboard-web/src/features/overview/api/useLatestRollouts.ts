import { useQuery } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { Page, Rollout } from "@/api/types";

const LIMIT = 8;

export function useLatestRollouts() {
  return useQuery({
    queryKey: keys.rollouts({ limit: LIMIT }),
    queryFn: ({ signal }) => api.get<Page<Rollout>>("/rollouts", { limit: LIMIT }, signal),
  });
}
