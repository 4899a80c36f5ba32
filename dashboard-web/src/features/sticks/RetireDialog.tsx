import { Button, Group, Stack, Text } from "@mantine/core";
import type { Stick } from "@/api/types";
import { Dialog } from "@/shared/ui/Dialog";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";

interface Props {
  stick: Stick;
  busy: boolean;
  error: unknown;
  onClose: () => void;
  onConfirm: () => void;
}

/** The one verb of a stick that cannot be taken back. */
export function RetireDialog({ stick, busy, error, onClose, onConfirm }: Props) {
  return (
    <Dialog title={`Retire ${stick.module_name}?`} onClose={onClose}>
      <Stack>
        <Text>
          It keeps what it has, gets no more releases, and its reports are refused. This cannot be
          undone.
        </Text>
        {error ? <ProblemNotice error={error} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <Button color="clay" loading={busy} onClick={onConfirm}>
            Retire
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
