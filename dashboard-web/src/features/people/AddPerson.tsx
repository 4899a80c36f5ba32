import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconUserPlus } from "@tabler/icons-react";
import { AddPersonForm } from "./AddPersonForm";

export function AddPerson() {
  const [opened, dialog] = useDisclosure();
  return (
    <>
      <Button leftSection={<IconUserPlus size={16} />} onClick={dialog.open}>
        Add a person
      </Button>
      <Modal opened={opened} onClose={dialog.close} title="Add a person" centered>
        <AddPersonForm onClose={dialog.close} />
      </Modal>
    </>
  );
}
