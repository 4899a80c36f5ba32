import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { EnrolmentCode } from "@/api/types";

export interface NewEnrolmentCode {
  note: string;
  uses: number;
  expires_in_hours: number;
}

/** The answer holds the code itself, this once. */
export function useCreateEnrolmentCode() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wanted: NewEnrolmentCode) => api.post<EnrolmentCode>("/enrolment-codes", wanted),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.enrolmentCodes }),
  });
}
