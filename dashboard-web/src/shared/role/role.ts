import { createContext, useContext } from "react";

/** What the server said of whoever is logged in; it refuses the others' deeds whatever is shown here. */
export const RoleContext = createContext("viewer");

/** Viewers see everything and change nothing. */
export function useIsOperator(): boolean {
  return useContext(RoleContext) === "operator";
}
