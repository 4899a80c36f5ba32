import { useMutation } from "@tanstack/react-query";
import { api } from "@/api/client";
import type { DryRun } from "@/api/types";

/** Changes nothing. */
export function useDryRun(version: number) {
  return useMutation({
    mutationFn: (days: number) => api.post<DryRun>(`/policies/${version}/dry-run`, { days }),
  });
}
