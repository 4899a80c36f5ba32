import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { OperatorRole } from "@/api/types";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { ShownOnce } from "@/shared/ui/ShownOnce";
import { useAddPerson } from "./api/useAddPerson";
import { RoleChoice } from "./RoleChoice";

export function AddPersonForm({ onClose }: { onClose: () => void }) {
  const add = useAddPerson();
  const [username, setUsername] = useState("");
  const [role, setRole] = useState<OperatorRole>("operator");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ username: username.trim(), role });
  };
  if (add.data?.password) {
    return (
      <Stack>
        <Text>
          {add.data.username} can log in now. They change the password themselves, in the menu at
          the top right.
        </Text>
        <ShownOnce what="password" value={add.data.password} />
        <Group justify="flex-end">
          <Button onClick={onClose} data-autofocus>
            Done
          </Button>
        </Group>
      </Stack>
    );
  }
  return (
    <form onSubmit={submit} aria-label="New person">
      <Stack>
        <TextInput
          label="User name"
          description="Lower-case letters, digits and . _ @ + -"
          required
          data-autofocus
          autoComplete="off"
          autoCapitalize="none"
          maxLength={64}
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <RoleChoice value={role} onChange={setRole} />
        {add.error && <ProblemNotice error={add.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={add.isPending}>
            Add
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
