import { Table } from "@mantine/core";
import type { Operator } from "@/api/types";
import { RelativeTime } from "@/shared/ui/RelativeTime";
import classes from "./People.module.css";
import { PersonMenu } from "./PersonMenu";
import { PersonState } from "./PersonState";
import { roles } from "./roles";

export function PeopleTable({ people }: { people: Operator[] }) {
  return (
    <div className={classes.frame}>
      <Table verticalSpacing="sm" horizontalSpacing="md" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>User name</Table.Th>
            <Table.Th>Role</Table.Th>
            <Table.Th>State</Table.Th>
            <Table.Th>Added</Table.Th>
            <Table.Th>
              <span className={classes.hidden}>Actions</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map((person) => (
            <Table.Tr key={person.id}>
              <Table.Td className={classes.name}>{person.username}</Table.Td>
              <Table.Td>{roles[person.role].word}</Table.Td>
              <Table.Td>
                <PersonState person={person} />
              </Table.Td>
              <Table.Td>
                <RelativeTime at={person.created_at} />
              </Table.Td>
              <Table.Td ta="right">
                <PersonMenu person={person} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
