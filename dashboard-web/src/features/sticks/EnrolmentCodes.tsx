import { Button, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconTicket } from "@tabler/icons-react";
import { Dialog } from "@/shared/ui/Dialog";
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
      {opened && (
        <Dialog title="Enrolment codes" size="lg" onClose={dialog.close}>
          <Stack>
            <EnrolmentCodeForm />
            <EnrolmentCodeList />
          </Stack>
        </Dialog>
      )}
    </>
  );
}
