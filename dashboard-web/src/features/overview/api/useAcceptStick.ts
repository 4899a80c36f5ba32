import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { Stick } from "@/api/types";

/** The one fix that needs no further question: letting a waiting stick in. */
export function useAcceptStick() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post<Stick>(`/sticks/${id}/accept`),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: keys.overview }),
        queries.invalidateQueries({ queryKey: ["sticks"] }),
      ]),
  });
}
