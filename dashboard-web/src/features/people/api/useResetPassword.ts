import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { Operator } from "@/api/types";

/** The answer holds the new password, this once. */
export function useResetPassword({ id }: Operator) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<Operator>(`/operators/${id}/password`),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.people }),
  });
}
