import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { keys } from "@/api/keys";
import { pagesOf } from "@/api/pages";
import type { Stick } from "@/api/types";
import type { StickFilter } from "../stickFilter";

/** While somebody types, what was found before stays until the answer is here. */
export function useSticks(filter: StickFilter) {
  return useInfiniteQuery({
    ...pagesOf<Stick>(keys.sticks(filter), "/sticks", filter),
    placeholderData: keepPreviousData,
  });
}
