import { Kbd, Table } from "@mantine/core";
import { Dialog } from "@/shared/ui/Dialog";
import { screens } from "./screens";

const keys: [keys: string[], meaning: string][] = [
  [["Ctrl", "K"], "Find a screen, a stick, a component"],
  [["/"], "Search this list"],
  ...screens.map(({ key, word }): [string[], string] => [["g", key], `Go to ${word}`]),
  [["?"], "Show these shortcuts"],
];

/** Every shortcut, on "?". */
export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <Table>
        <Table.Tbody>
          {keys.map(([names, meaning]) => (
            <Table.Tr key={meaning}>
              <Table.Td>{meaning}</Table.Td>
              <Table.Td ta="right">
                {names.map((name) => (
                  <Kbd key={name} ml={4}>
                    {name}
                  </Kbd>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Dialog>
  );
}
