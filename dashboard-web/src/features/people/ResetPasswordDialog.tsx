import { Button, Group, Stack, Text } from "@mantine/core";
import type { Operator } from "@/api/types";
import { Dialog } from "@/shared/ui/Dialog";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { ShownOnce } from "@/shared/ui/ShownOnce";
import { useResetPassword } from "./api/useResetPassword";

interface Props {
  person: Operator;
  onClose: () => void;
}

/** For who has lost theirs. */
export function ResetPasswordDialog({ person, onClose }: Props) {
  const reset = useResetPassword(person);
  const password = reset.data?.password;
  return (
    <Dialog title={`New password for ${person.username}`} onClose={onClose}>
      <Stack>
        <Text>
          A password is made up and shown here once. Their present one stops working, and their
          sessions end; API tokens stay.
        </Text>
        {reset.error && <ProblemNotice error={reset.error} />}
        {password && <ShownOnce what="password" value={password} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {password ? "Done" : "Cancel"}
          </Button>
          {!password && (
            <Button loading={reset.isPending} onClick={() => reset.mutate()} data-autofocus>
              Make a password
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}
