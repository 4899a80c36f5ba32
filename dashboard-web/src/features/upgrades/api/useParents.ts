import { useQueries } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { Release } from "@/api/types";

/** The releases that something improves; releases never change, so they are asked for once. */
export function useParents(ids: readonly string[]): Release[] {
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: keys.release(id),
      queryFn: () => api.get<Release>(`/releases/${id}`),
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: (results) => results.flatMap(({ data }) => (data ? [data] : [])),
  });
}
