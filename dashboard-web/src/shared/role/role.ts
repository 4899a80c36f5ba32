import { createContext, useContext } from "react";

/** What the server said of whoever is logged in; it refuses the others' deeds whatever is shown here. */
export const RoleContext = createContext("viewer");

const changing = ["operator", "administrator"];

/** Viewers see everything and change nothing. */
export function useIsOperator(): boolean {
  return changing.includes(useContext(RoleContext));
}

/** Administrators also decide who else gets in. */
export function useIsAdministrator(): boolean {
  return useContext(RoleContext) === "administrator";
}
