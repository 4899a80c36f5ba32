import { useMediaQuery } from "@mantine/hooks";

/** True on a phone: tables become cards, graphs turn upright. */
export function useNarrow(): boolean {
  return useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
}
