import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { StateVerb, Stick } from "@/api/types";

/** Accept, reject or retire; the answer is the stick as it is afterwards. */
export function useStickVerb(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (verb: StateVerb) => api.post<Stick>(`/sticks/${id}/${verb}`),
    onSuccess: (stick) => queries.setQueryData(keys.stick(id), stick),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["sticks"] }),
        queries.invalidateQueries({ queryKey: keys.overview }),
      ]),
  });
}
