import { Button, Modal, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconTicket } from "@tabler/icons-react";
import { EnrolmentCodeForm } from "./EnrolmentCodeForm";
import { EnrolmentCodeList } from "./EnrolmentCodeList";

/** Codes that let sticks in without asking again: made here, shown once. */
export function EnrolmentCodes() {
  const [opened, dialog] = useDisclosure();
  return (
    <>
      <Button variant="default" leftSection={<IconTicket size={16} />} onClick={dialog.open}>
        Enrolment codes
      </Button>
      <Modal opened={opened} onClose={dialog.close} title="Enrolment codes" size="lg">
        <Stack>
          <EnrolmentCodeForm />
          <EnrolmentCodeList />
        </Stack>
      </Modal>
    </>
  );
}
