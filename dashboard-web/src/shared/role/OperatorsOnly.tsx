import type { ReactNode } from "react";
import { useIsOperator } from "./role";

/** What a viewer may not do is not shown to them. */
export function OperatorsOnly({ children }: { children: ReactNode }) {
  return useIsOperator() && children;
}
