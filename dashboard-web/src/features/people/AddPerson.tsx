import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconUserPlus } from "@tabler/icons-react";
import { Dialog } from "@/shared/ui/Dialog";
import { AddPersonForm } from "./AddPersonForm";

export function AddPerson() {
  const [opened, dialog] = useDisclosure();
  return (
    <>
      <Button leftSection={<IconUserPlus size={16} />} onClick={dialog.open}>
        Add a person
      </Button>
      {opened && (
        <Dialog title="Add a person" onClose={dialog.close}>
          <AddPersonForm onClose={dialog.close} />
        </Dialog>
      )}
    </>
  );
}
