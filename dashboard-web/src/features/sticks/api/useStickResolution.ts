import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { Stick } from "@/api/types";

type Resolution =
  | { verb: "keep" | "confirm_restore"; copy: string }
  | { verb: "dismiss_warnings"; copy?: undefined };

/** What an operator decides about a copied, restored or moved stick. */
export function useStickResolution(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ verb, copy }: Resolution) => {
      const path = `/sticks/${id}/${verb.replace("_", "-")}`;
      return copy === undefined ? api.post<Stick>(path) : api.post<Stick>(path, { copy });
    },
    onSuccess: (stick) => queries.setQueryData(keys.stick(id), stick),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["sticks"] }),
        queries.invalidateQueries({ queryKey: keys.overview }),
      ]),
  });
}
