import { createContext, useContext } from "react";

/** Opens the drawer with the answer of one GET request. */
export const RawDataContext = createContext<(url: string) => void>(() => undefined);

export function useRawData(): (url: string) => void {
  return useContext(RawDataContext);
}
