import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { Operator, OperatorPatch } from "@/api/types";

/** Refused when somebody else changed them since they were shown here. */
export function useChangePerson({ id, version }: Operator) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (patch: OperatorPatch) => api.patch<Operator>(`/operators/${id}`, patch, version),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: keys.people }),
        // It may have been one's own role.
        queries.invalidateQueries({ queryKey: keys.session }),
      ]),
  });
}
