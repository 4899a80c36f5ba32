import { useDocumentTitle } from "@mantine/hooks";

export function useTitle(screen: string): void {
  useDocumentTitle(`${screen} · Meta Layer`);
}
