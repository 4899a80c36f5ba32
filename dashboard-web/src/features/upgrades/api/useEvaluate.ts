import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { Decision } from "@/api/types";

/** Evaluates everything that waits, now. */
export function useEvaluate() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<{ decisions: Decision[] }>("/upgrade-reports/evaluate"),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["reports"] }),
        queries.invalidateQueries({ queryKey: keys.overview }),
      ]),
  });
}
