import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { NewOperator, Operator } from "@/api/types";

/** The answer holds the password that was made up, this once. */
export function useAddPerson() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wanted: NewOperator) => api.post<Operator>("/operators", wanted),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.people }),
  });
}
