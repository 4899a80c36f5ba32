import { useQuery } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { EnrolmentCode, Page } from "@/api/types";

export function useEnrolmentCodes() {
  return useQuery({
    queryKey: keys.enrolmentCodes,
    queryFn: ({ signal }) => api.get<Page<EnrolmentCode>>("/enrolment-codes", {}, signal),
  });
}
