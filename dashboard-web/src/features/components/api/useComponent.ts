import { useQuery } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { Component } from "@/api/types";

export function useComponent(name: string) {
  return useQuery({
    queryKey: keys.component(name),
    queryFn: ({ signal }) => api.get<Component>(`/components/${name}`, {}, signal),
  });
}
