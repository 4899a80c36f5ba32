import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "@/api/client";
import type { PolicyCheck, PolicyRequest } from "@/api/types";

const PAUSE = 400;

/** What is wrong with a text, and what it would do, a moment after the last key. */
export function useTextCheck(text: PolicyRequest) {
  const [written] = useDebouncedValue(JSON.stringify(text), PAUSE);
  return useQuery({
    queryKey: ["policies", "text", written],
    queryFn: () => api.post<PolicyCheck>("/policies/check", JSON.parse(written)),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}
