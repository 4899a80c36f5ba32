import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import { forgetAllButSession } from "../forget";

export function useLogOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete<void>("/session"),
    onSuccess: () => {
      queries.setQueryData(keys.session, null);
      forgetAllButSession(queries);
    },
  });
}
