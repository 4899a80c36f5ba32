import { Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import type { Operator } from "@/api/types";
import { Dialog } from "@/shared/ui/Dialog";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useChangePerson } from "./api/useChangePerson";
import { RoleChoice } from "./RoleChoice";

interface Props {
  person: Operator;
  onClose: () => void;
}

export function RoleDialog({ person, onClose }: Props) {
  const change = useChangePerson(person);
  const [role, setRole] = useState(person.role);
  return (
    <Dialog title={`Role of ${person.username}`} onClose={onClose}>
      <Stack>
        <RoleChoice value={role} onChange={setRole} />
        {change.error && <ProblemNotice error={change.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            loading={change.isPending}
            onClick={() => change.mutate({ role }, { onSuccess: onClose })}
          >
            Save
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
