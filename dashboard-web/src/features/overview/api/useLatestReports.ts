import { useQuery } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { Page, Report } from "@/api/types";

const LIMIT = 8;

export function useLatestReports() {
  return useQuery({
    queryKey: keys.reports({ limit: LIMIT }),
    queryFn: ({ signal }) => api.get<Page<Report>>("/upgrade-reports", { limit: LIMIT }, signal),
  });
}
