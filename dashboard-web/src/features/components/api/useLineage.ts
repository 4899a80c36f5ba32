import { useQuery } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { Lineage } from "@/api/types";

export function useLineage(name: string) {
  return useQuery({
    queryKey: keys.lineage(name),
    queryFn: ({ signal }) => api.get<Lineage>(`/components/${name}/lineage`, {}, signal),
  });
}
