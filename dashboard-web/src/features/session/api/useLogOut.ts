import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import { forgetAllButSession } from "../forget";
import { rememberLogin } from "../remembered";

export function useLogOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete<void>("/session"),
    onSuccess: () => {
      rememberLogin(false);
      queries.setQueryData(keys.session, null);
      forgetAllButSession(queries);
    },
  });
}
