import { useQuery } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { Operator, Page } from "@/api/types";

export function usePeople() {
  return useQuery({
    queryKey: keys.people,
    queryFn: ({ signal }) => api.get<Page<Operator>>("/operators", {}, signal),
  });
}
