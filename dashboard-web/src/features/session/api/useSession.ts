import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import { Problem } from "@/api/problem";
import type { Session } from "@/api/types";
import { rememberLogin, wasLoggedIn } from "../remembered";

/** Null means: nobody is logged in. */
const sessionQuery = queryOptions({
  queryKey: keys.session,
  queryFn: async (): Promise<Session | null> => {
    if (!wasLoggedIn()) return null;
    try {
      return await api.get<Session>("/session");
    } catch (error) {
      if (error instanceof Problem && error.status === 401) {
        rememberLogin(false);
        return null;
      }
      throw error;
    }
  },
  staleTime: 60_000,
});

export function useSession() {
  return useQuery(sessionQuery);
}
