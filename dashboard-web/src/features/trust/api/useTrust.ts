import { useQuery } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { Trust } from "@/api/types";

export function useTrust() {
  return useQuery({
    queryKey: keys.trust,
    queryFn: ({ signal }) => api.get<Trust>("/trust", {}, signal),
  });
}
