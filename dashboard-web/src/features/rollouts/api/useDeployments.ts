import { useInfiniteQuery } from "@tanstack/react-query";
import { keys } from "@/api/keys";
import { pagesOf } from "@/api/pages";
import type { Deployment } from "@/api/types";
import type { DeploymentFilter } from "../deploymentFilter";

export function useDeployments(rollout: string, filter: DeploymentFilter) {
  return useInfiniteQuery(
    pagesOf<Deployment>(
      keys.deployments(rollout, filter),
      `/rollouts/${rollout}/deployments`,
      filter,
    ),
  );
}
