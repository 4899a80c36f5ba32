import { useQuery } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { Release } from "@/api/types";

export function useRelease(id: string) {
  return useQuery({
    queryKey: keys.release(id),
    queryFn: ({ signal }) => api.get<Release>(`/releases/${id}`, {}, signal),
  });
}
