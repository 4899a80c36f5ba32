import { Code, Table } from "@mantine/core";
import type { PolicyRow } from "@/api/types";
import { resultInWords, whenInWords } from "./inWords";
import classes from "./Policy.module.css";
import { Scroll } from "./Scroll";

/** The table in plain words; the first row that matches decides. */
export function RowTable({ rows }: { rows: PolicyRow[] }) {
  return (
    <Scroll label="Rows of the policy">
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Row</Table.Th>
            <Table.Th>When</Table.Th>
            <Table.Th>Then</Table.Th>
            <Table.Th>Priority</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.row}>
              <Table.Td>{row.row}</Table.Td>
              <Table.Td>
                {whenInWords(row)}
                {row.condition && (
                  <>
                    , where <Code className={classes.condition}>{row.condition}</Code>
                  </>
                )}
              </Table.Td>
              <Table.Td>{resultInWords(row)}</Table.Td>
              <Table.Td>{row.priority}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Scroll>
  );
}
