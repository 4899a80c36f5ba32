import { Button, Group, NumberInput, Stack, Table, Text } from "@mantine/core";
import { useState } from "react";
import type { DryRun } from "@/api/types";
import { Card } from "@/shared/ui/Card";
import { ScreenLink } from "@/shared/ui/Links";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useDryRun } from "./api/useDryRun";
import { resultInWords } from "./inWords";
import { Scroll } from "./Scroll";

/** What the version would have made of past reports. */
export function DryRunCard({ version }: { version: number }) {
  const run = useDryRun(version);
  const [days, setDays] = useState<number | string>(30);
  return (
    <Card title="Past reports">
      <Stack>
        <Group align="end">
          <NumberInput
            label="Days back"
            min={1}
            max={365}
            allowDecimal={false}
            value={days}
            onChange={setDays}
            w={130}
          />
          <Button
            variant="default"
            loading={run.isPending}
            disabled={days === ""}
            onClick={() => run.mutate(Number(days))}
          >
            Try it
          </Button>
        </Group>
        {run.error && <ProblemNotice error={run.error} />}
        {run.data && <Results run={run.data} />}
      </Stack>
    </Card>
  );
}

function Results({ run }: { run: DryRun }) {
  return (
    <>
      <Text role="status">
        {run.different} of {run.looked} decisions would have ended otherwise
        {run.not_replayable > 0 && `; ${run.not_replayable} kept too little to tell`}. Nothing was
        changed.
      </Text>
      {run.differences.length > 0 && (
        <Scroll label="Decisions that would differ">
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Upgrade</Table.Th>
                <Table.Th>Was</Table.Th>
                <Table.Th>Would be</Table.Th>
                <Table.Th>Because</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {run.differences.map((difference) => (
                <Table.Tr key={difference.decision_id}>
                  <Table.Td>
                    <ScreenLink to="/upgrades/$id" params={{ id: difference.report_id }}>
                      {difference.component}, {difference.type}
                    </ScreenLink>
                  </Table.Td>
                  <Table.Td>{resultInWords(difference.was)}</Table.Td>
                  <Table.Td>{resultInWords(difference.would_be)}</Table.Td>
                  <Table.Td>{difference.because.join("; ")}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Scroll>
      )}
    </>
  );
}
