import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { keys } from "./keys";
import { Problem } from "./problem";

const RETRIES = 2;

/** Retries only what may pass by itself; a 401 anywhere ends the session here, too. */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    if (error instanceof Problem && error.status === 401) client.setQueryData(keys.session, null);
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => error instanceof Problem && error.passing && failures < RETRIES,
      },
    },
  });
  return client;
}
