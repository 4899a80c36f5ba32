import type { QueryClient } from "@tanstack/react-query";
import { keys } from "@/api/keys";

/** Drops all that was loaded for one person, so that the next does not see it. */
export function forgetAllButSession(queries: QueryClient): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.session[0] });
}
