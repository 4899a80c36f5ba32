import { useQuery } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { Report } from "@/api/types";

export function useReport(id: string) {
  return useQuery({
    queryKey: keys.report(id),
    queryFn: ({ signal }) => api.get<Report>(`/upgrade-reports/${id}`, {}, signal),
  });
}
