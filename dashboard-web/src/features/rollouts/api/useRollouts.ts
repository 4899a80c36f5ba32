import { useInfiniteQuery } from "@tanstack/react-query";
import { keys } from "@/api/keys";
import { pagesOf } from "@/api/pages";
import type { Rollout } from "@/api/types";
import type { RolloutFilter } from "../rolloutFilter";

export function useRollouts(filter: RolloutFilter) {
  return useInfiniteQuery(pagesOf<Rollout>(keys.rollouts(filter), "/rollouts", filter));
}
