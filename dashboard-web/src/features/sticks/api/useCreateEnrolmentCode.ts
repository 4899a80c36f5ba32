import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { EnrolmentCode, NewEnrolmentCode } from "@/api/types";

/** The answer holds the code itself, this once. */
export function useCreateEnrolmentCode() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wanted: NewEnrolmentCode) => api.post<EnrolmentCode>("/enrolment-codes", wanted),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.enrolmentCodes }),
  });
}
