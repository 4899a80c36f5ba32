import { Button, Group, Stack, Text } from "@mantine/core";
import type { Operator } from "@/api/types";
import { Dialog } from "@/shared/ui/Dialog";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useChangePerson } from "./api/useChangePerson";

interface Props {
  person: Operator;
  onClose: () => void;
}

export function DisableDialog({ person, onClose }: Props) {
  const change = useChangePerson(person);
  return (
    <Dialog title={`Shut ${person.username} out?`} onClose={onClose}>
      <Stack>
        <Text>
          Their sessions and API tokens end at once, for good. They can be let in again; what they
          decided stays.
        </Text>
        {change.error && <ProblemNotice error={change.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <Button
            color="clay"
            loading={change.isPending}
            onClick={() => change.mutate({ disabled: true }, { onSuccess: onClose })}
          >
            Shut out
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
