import { useQuery } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { Stick } from "@/api/types";

export function useStick(id: string) {
  return useQuery({
    queryKey: keys.stick(id),
    queryFn: ({ signal }) => api.get<Stick>(`/sticks/${id}`, {}, signal),
  });
}
