import { useInfiniteQuery } from "@tanstack/react-query";
import { keys } from "@/api/keys";
import { pagesOf } from "@/api/pages";
import type { Report } from "@/api/types";
import { groups, type UpgradeFilter } from "../upgradeFilter";

/** What the server is asked for a chip of the feed. */
export function reportQuery({ show = "all", component }: UpgradeFilter) {
  return { progress: groups[show].progress.join(","), component };
}

export function useReports(filter: UpgradeFilter) {
  const query = reportQuery(filter);
  return useInfiniteQuery(pagesOf<Report>(keys.reports(query), "/upgrade-reports", query));
}
