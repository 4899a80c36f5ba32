import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { Stick } from "@/api/types";

/** Makes a stick one of those that try performance upgrades first, or no longer. */
export function useTestStick(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (testStick: boolean) =>
      api.put<Stick>(`/sticks/${id}/test-stick`, { test_stick: testStick }),
    onSuccess: (stick) => queries.setQueryData(keys.stick(id), stick),
    onSettled: () => queries.invalidateQueries({ queryKey: ["sticks"] }),
  });
}
