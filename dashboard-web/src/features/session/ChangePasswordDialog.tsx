import { Button, Group, PasswordInput, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { FormEvent } from "react";
import { Dialog } from "@/shared/ui/Dialog";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useChangePassword } from "./api/useChangePassword";

interface Props {
  username: string;
  onClose: () => void;
}

/** One's own password; this session goes on, all others end. */
export function ChangePasswordDialog({ username, onClose }: Props) {
  return (
    <Dialog title="Change password" onClose={onClose}>
      <ChangePasswordForm username={username} onClose={onClose} />
    </Dialog>
  );
}

function ChangePasswordForm({ username, onClose }: Props) {
  const change = useChangePassword();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const passwords = {
      current_password: String(form.get("current")),
      new_password: String(form.get("new")),
    };
    change.mutate(passwords, {
      onSuccess: () => {
        onClose();
        notifications.show({
          title: "Your password is changed",
          message: "Other places where you were logged in are logged out.",
        });
      },
    });
  };
  return (
    <form onSubmit={submit} aria-label="Change password">
      <Stack>
        {/* For password managers: whose password it is. */}
        <input type="hidden" name="username" autoComplete="username" value={username} />
        <PasswordInput
          label="Present password"
          name="current"
          autoComplete="current-password"
          required
          withAsterisk={false}
          data-autofocus
        />
        <PasswordInput
          label="New password"
          description="At least 12 characters, any at all. A few words that only you would put together do well."
          name="new"
          autoComplete="new-password"
          required
          withAsterisk={false}
        />
        {change.error && <ProblemNotice error={change.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={change.isPending}>
            Change password
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
