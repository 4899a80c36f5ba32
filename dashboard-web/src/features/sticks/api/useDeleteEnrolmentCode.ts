import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";

export function useDeleteEnrolmentCode() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete<void>(`/enrolment-codes/${id}`),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.enrolmentCodes }),
  });
}
