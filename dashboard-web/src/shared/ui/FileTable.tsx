import { Table, Text } from "@mantine/core";
import type { FileEntry } from "@/api/types";
import { bytes } from "../format/number";
import classes from "./FileTable.module.css";

/** Every file with its size; the digest is cut, its whole text is in the raw data. */
export function FileTable({ files }: { files: FileEntry[] }) {
  return (
    <Table.ScrollContainer
      minWidth={260}
      type="native"
      mah={640}
      tabIndex={0}
      role="region"
      aria-label="Files"
    >
      <Table className={classes.files}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Path</Table.Th>
            <Table.Th className={classes.right}>Size</Table.Th>
            <Table.Th visibleFrom="sm">SHA-256</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {files.map((file) => (
            <Table.Tr key={file.path}>
              <Table.Td className={classes.path}>
                {file.path}
                {file.mode === "0755" && (
                  <Text span size="xs" c="dimmed">
                    {" "}
                    executable
                  </Text>
                )}
              </Table.Td>
              <Table.Td className={classes.right}>{bytes(file.size)}</Table.Td>
              <Table.Td visibleFrom="sm">
                <code title={file.sha256}>{file.sha256.slice(0, 12)}…</code>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
