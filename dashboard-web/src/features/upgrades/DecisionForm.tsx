import { Button, Group, Stack, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Report, Strategy } from "@/api/types";
import { Card } from "@/shared/ui/Card";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { movedTo, type PersonsDecision, useDecide } from "./api/useDecide";
import { StrategyChoice } from "./StrategyChoice";

/** The policy leaves this one to a person. */
export function DecisionForm({ report }: { report: Report }) {
  const decide = useDecide(report.id);
  const [strategy, setStrategy] = useState<Strategy | null>(null);
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const busy = (verdict: PersonsDecision["verdict"]) =>
    decide.isPending && decide.variables.verdict === verdict;
  const newest = movedTo(decide.error);
  const send = (verdict: PersonsDecision["verdict"], onVersion: number | null = null) => {
    const why = reason.trim();
    setMissing(!why);
    if (!why) return;
    const chosen = verdict === "approve" && strategy ? { strategy } : {};
    const seen = onVersion === null ? {} : { on_version: onVersion };
    decide.mutate({ verdict, reason: why, ...chosen, ...seen });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send("approve");
  };
  return (
    <Card title="This one needs you">
      <form onSubmit={submit} noValidate aria-label="Decision">
        <Stack>
          <StrategyChoice value={strategy} onChange={setStrategy} />
          <Textarea
            label="Reason"
            description="Recorded with the decision."
            required
            autosize
            minRows={2}
            maxLength={2_000}
            error={missing && !reason.trim() ? "Say why, for whoever reads this later." : null}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {decide.error && (
            <ProblemNotice error={decide.error}>
              {newest !== null && (
                <Button size="xs" variant="default" onClick={() => send("approve", newest)}>
                  {newest > 0 ? `Approve on version ${newest} anyway` : "Approve anyway"}
                </Button>
              )}
            </ProblemNotice>
          )}
          <Group justify="flex-end">
            <Button variant="default" loading={busy("reject")} onClick={() => send("reject")}>
              Reject
            </Button>
            <Button type="submit" loading={busy("approve")}>
              Approve
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
