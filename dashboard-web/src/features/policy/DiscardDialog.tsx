import { Button, Group, Stack, Text } from "@mantine/core";
import type { PolicyDetail } from "@/api/types";
import { Dialog } from "@/shared/ui/Dialog";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { usePolicyVerb } from "./api/usePolicyVerb";

interface Props {
  detail: PolicyDetail;
  onClose: () => void;
}

export function DiscardDialog({ detail, onClose }: Props) {
  const verb = usePolicyVerb(detail);
  return (
    <Dialog title={`Discard policy ${detail.version.version}?`} onClose={onClose}>
      <Stack>
        <Text>It can still be read, and never be changed or proposed again.</Text>
        {verb.error && <ProblemNotice error={verb.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            Keep
          </Button>
          <Button
            color="clay"
            loading={verb.isPending}
            onClick={() => verb.mutate("discard", { onSuccess: onClose })}
          >
            Discard
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
