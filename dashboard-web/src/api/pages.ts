import { infiniteQueryOptions, type QueryKey } from "@tanstack/react-query";
import { api } from "./client";
import type { Page } from "./types";

/** A cursor list that grows by "Load more". */
export function pagesOf<T>(
  queryKey: QueryKey,
  path: string,
  filter: Record<string, string | number | undefined>,
) {
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<T>>(path, { ...filter, after: pageParam ?? undefined }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    select: (data) => ({
      items: data.pages.flatMap((page) => page.items),
      total: data.pages[0]?.total ?? 0,
    }),
  });
}
