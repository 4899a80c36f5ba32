import { Table } from "@mantine/core";
import { IconPackageOff } from "@tabler/icons-react";
import type { Stick } from "@/api/types";
import { count } from "@/shared/format/number";
import { EmptyState } from "@/shared/ui/EmptyState";
import { ScreenLink } from "@/shared/ui/Links";

export function InstalledTable({ installed }: { installed: Stick["installed"] }) {
  if (installed.length === 0) {
    return (
      <EmptyState icon={IconPackageOff} title="Nothing is installed yet">
        A release arrives here when a rollout reaches this stick.
      </EmptyState>
    );
  }
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Component</Table.Th>
          <Table.Th>Release</Table.Th>
          <Table.Th>Changed here</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {installed.map((one) => (
          <Table.Tr key={one.component}>
            <Table.Td>
              <ScreenLink to="/components/$name" params={{ name: one.component }}>
                {one.component}
              </ScreenLink>
            </Table.Td>
            <Table.Td>{one.version}</Table.Td>
            <Table.Td>{one.local_changes === 0 ? "–" : count(one.local_changes, "file")}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
