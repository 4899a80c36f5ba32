import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Dialog } from "./Dialog";
import { ProblemNotice } from "./ProblemNotice";

interface Props {
  title: string;
  /** What will happen. */
  consequence: string;
  /** The word on the button that does it. */
  verb: string;
  dangerous?: boolean;
  busy: boolean;
  error: unknown;
  onClose: () => void;
  onConfirm: (reason: string) => void;
}

/** Asks why before something is done; the reason is recorded with it. */
export function ReasonDialog(props: Props) {
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim()) props.onConfirm(reason.trim());
  };
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form onSubmit={submit}>
        <Stack>
          <Text>{props.consequence}</Text>
          <Textarea
            label="Reason"
            description="Recorded, and shown to the owners of the sticks."
            required
            data-autofocus
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {props.error ? <ProblemNotice error={props.error} /> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              Cancel
            </Button>
            <Button
              type="submit"
              loading={props.busy}
              {...(props.dangerous ? { color: "clay" } : {})}
            >
              {props.verb}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
