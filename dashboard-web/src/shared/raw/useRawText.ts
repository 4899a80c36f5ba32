import { useQuery } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import { indent } from "./indent";

/** The JSON exactly as the server sends it, only indented. */
export function useRawText(url: string | null) {
  return useQuery({
    queryKey: keys.raw(url ?? ""),
    queryFn: async () => indent(await api.raw(url ?? "")),
    enabled: url !== null,
    staleTime: 0,
  });
}
