import { useQuery } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { Page, Replay } from "@/api/types";

export function useReplays() {
  return useQuery({
    queryKey: keys.replays,
    queryFn: ({ signal }) => api.get<Page<Replay>>("/policies/replays", {}, signal),
  });
}
