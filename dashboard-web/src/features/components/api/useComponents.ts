import { useInfiniteQuery } from "@tanstack/react-query";
import { keys } from "@/api/keys";
import { pagesOf } from "@/api/pages";
import type { Component } from "@/api/types";

export function useComponents() {
  return useInfiniteQuery(pagesOf<Component>(keys.components, "/components", {}));
}
