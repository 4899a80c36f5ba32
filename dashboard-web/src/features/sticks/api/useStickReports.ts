import { useInfiniteQuery } from "@tanstack/react-query";
import { keys } from "@/api/keys";
import { pagesOf } from "@/api/pages";
import type { Report } from "@/api/types";

/** What a stick reported. */
export function useStickReports(stick: string) {
  const filter = { stick };
  return useInfiniteQuery(pagesOf<Report>(keys.reports(filter), "/upgrade-reports", filter));
}
