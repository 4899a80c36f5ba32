import { Button, Group, Radio, Stack, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Report, Strategy } from "@/api/types";
import { strategyWords } from "@/shared/state/strategyWords";
import { Card } from "@/shared/ui/Card";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { type PersonsDecision, useDecide } from "./api/useDecide";

const strategies = Object.entries(strategyWords) as [Strategy, (typeof strategyWords)[Strategy]][];

/** The policy leaves this one to a person. */
export function DecisionForm({ report }: { report: Report }) {
  const decide = useDecide(report.id);
  const [strategy, setStrategy] = useState<Strategy>(report.decision?.strategy ?? "STAGED");
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const send = (verdict: PersonsDecision["verdict"]) => {
    if (!reason.trim()) return setMissing(true);
    const why = reason.trim();
    decide.mutate(
      verdict === "approve" ? { verdict, strategy, reason: why } : { verdict, reason: why },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send("approve");
  };
  return (
    <Card title="This one needs you">
      <form onSubmit={submit} noValidate aria-label="Decision">
        <Stack>
          <Radio.Group
            label="Strategy"
            description="How it reaches the sticks, if you approve."
            value={strategy}
            onChange={(value) => setStrategy(value as Strategy)}
          >
            <Stack gap="xs" mt="xs">
              {strategies.map(([value, { word, meaning }]) => (
                <Radio key={value} value={value} label={word} description={meaning} />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            label="Reason"
            description="Recorded with the decision."
            required
            autosize
            minRows={2}
            maxLength={500}
            error={missing && !reason.trim() ? "Say why, for whoever reads this later." : null}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {decide.error && <ProblemNotice error={decide.error} />}
          <Group justify="flex-end">
            <Button
              variant="default"
              loading={decide.isPending && decide.variables.verdict === "reject"}
              onClick={() => send("reject")}
            >
              Reject
            </Button>
            <Button
              type="submit"
              loading={decide.isPending && decide.variables.verdict === "approve"}
            >
              Approve
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
