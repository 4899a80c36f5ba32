import { ActionIcon, Table, Text, Tooltip } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { Loading } from "@/shared/ui/Loading";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { QueryView } from "@/shared/ui/QueryView";
import { RelativeTime } from "@/shared/ui/RelativeTime";
import { useDeleteEnrolmentCode } from "./api/useDeleteEnrolmentCode";
import { useEnrolmentCodes } from "./api/useEnrolmentCodes";

/** The codes that can still be used; the codes themselves are not known any more. */
export function EnrolmentCodeList() {
  const codes = useEnrolmentCodes();
  const remove = useDeleteEnrolmentCode();
  return (
    <QueryView query={codes} loading={<Loading rows={2} height={40} />}>
      {({ items }) =>
        items.length === 0 ? (
          <Text c="dimmed">No code is open.</Text>
        ) : (
          <>
            {remove.error && <ProblemNotice error={remove.error} />}
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Note</Table.Th>
                  <Table.Th>Uses left</Table.Th>
                  <Table.Th>Expires</Table.Th>
                  <Table.Td />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((code) => (
                  <Table.Tr key={code.id}>
                    <Table.Td>{code.note}</Table.Td>
                    <Table.Td>
                      {code.uses - code.used} of {code.uses}
                    </Table.Td>
                    <Table.Td>
                      <RelativeTime at={code.expires_at} />
                    </Table.Td>
                    <Table.Td ta="right">
                      <Tooltip label="Withdraw this code">
                        <ActionIcon
                          variant="subtle"
                          color="gray"
                          aria-label={`Withdraw the code for ${code.note}`}
                          onClick={() => remove.mutate(code.id)}
                        >
                          <IconTrash size={16} />
                        </ActionIcon>
                      </Tooltip>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </>
        )
      }
    </QueryView>
  );
}
