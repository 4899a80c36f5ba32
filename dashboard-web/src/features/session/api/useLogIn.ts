import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { Session } from "@/api/types";
import { forgetAllButSession } from "../forget";
import { rememberLogin } from "../remembered";

interface Credentials {
  username: string;
  password: string;
}

export function useLogIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (credentials: Credentials) => api.post<Session>("/session", credentials),
    onSuccess: (session) => {
      rememberLogin(true);
      forgetAllButSession(queries);
      queries.setQueryData(keys.session, session);
    },
  });
}
