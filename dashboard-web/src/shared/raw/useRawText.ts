import { useQuery } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";

/** The JSON exactly as the server sends it, only indented. */
export function useRawText(url: string | null) {
  return useQuery({
    queryKey: keys.raw(url ?? ""),
    queryFn: async () => JSON.stringify(JSON.parse(await api.raw(url ?? "")), null, 2),
    enabled: url !== null,
    staleTime: 0,
  });
}
