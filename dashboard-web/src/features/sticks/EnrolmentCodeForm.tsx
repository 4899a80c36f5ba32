import { Button, Group, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { ShownOnce } from "@/shared/ui/ShownOnce";
import { useCreateEnrolmentCode } from "./api/useCreateEnrolmentCode";

export function EnrolmentCodeForm() {
  const create = useCreateEnrolmentCode();
  const [note, setNote] = useState("");
  const [uses, setUses] = useState<number | string>(1);
  const [hours, setHours] = useState<number | string>(24);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ note, uses: Number(uses), expires_in_hours: Number(hours) });
  };
  return (
    <form onSubmit={submit} aria-label="New enrolment code">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          A stick that brings a code is accepted at once. Bake it into an image, or type it on the
          stick.
        </Text>
        <TextInput
          label="Note"
          placeholder="Who is it for?"
          required
          maxLength={200}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group grow>
          <NumberInput label="Uses" min={1} max={10_000} required value={uses} onChange={setUses} />
          <NumberInput
            label="Valid for (hours)"
            min={1}
            max={8_760}
            required
            value={hours}
            onChange={setHours}
          />
        </Group>
        {create.error && <ProblemNotice error={create.error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={create.isPending}>
            Create code
          </Button>
        </Group>
        {create.data?.code && <ShownOnce what="code" value={create.data.code} />}
      </Stack>
    </form>
  );
}
