import { Alert, List, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import type { PolicyCheck } from "@/api/types";
import { count } from "@/shared/format/number";
import { GridTable } from "./GridTable";
import { resultInWords } from "./inWords";

/** Faults with their places; or the examples and the difference. */
export function CheckResult({ check }: { check: PolicyCheck }) {
  const failing = check.examples.filter((example) => !example.passed);
  if (check.faults.length > 0) {
    return (
      <Alert
        color="clay"
        icon={<IconAlertTriangle />}
        title={`${count(check.faults.length, "fault")}: it cannot be saved like this`}
      >
        <List size="sm">
          {check.faults.map((fault) => (
            <List.Item key={`${fault.place} ${fault.message}`}>
              {placeInWords(fault.place)}
              {fault.line > 0 && `, line ${fault.line}, column ${fault.column}`}: {fault.message}
            </List.Item>
          ))}
        </List>
      </Alert>
    );
  }
  return (
    <Stack>
      {failing.length === 0 ? (
        <Alert color="spruce" icon={<IconCircleCheck />} title="No faults">
          <Text size="sm">
            {count(check.examples.length, "example ends", "examples end")} as intended.
          </Text>
        </Alert>
      ) : (
        <Alert
          color="clay"
          icon={<IconAlertTriangle />}
          title={`${count(failing.length, "example ends", "examples end")} otherwise: it cannot be proposed`}
        >
          <List size="sm">
            {failing.map((example) => (
              <List.Item key={example.name}>
                “{example.name}” shall end as {resultInWords(example.wanted)}, but ends as{" "}
                {resultInWords(example.got)}: {example.reasons.join("; ")}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {check.dropped.length > 0 && <Dropped check={check} />}
      <GridTable check={check} />
    </Stack>
  );
}

/** Examples of the version in force that this one does not have: nobody takes them away unseen. */
function Dropped({ check }: { check: PolicyCheck }) {
  const broken = check.dropped.filter((example) => !example.passed);
  return (
    <Alert
      color={broken.length > 0 ? "clay" : "gray"}
      icon={<IconAlertTriangle />}
      title={`${count(check.dropped.length, "example")} of policy ${check.against} left out, of which ${count(broken.length, "would end", "would end")} otherwise`}
    >
      <List size="sm">
        {check.dropped.map((example) => (
          <List.Item key={example.name}>
            “{example.name}” ends as {resultInWords(example.wanted)}
            {example.passed
              ? " here, too"
              : ` by policy ${check.against}, and as ${resultInWords(example.got)} here`}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** "rows[2].condition" → "Row 3, condition": people count from 1. */
function placeInWords(place: string): string {
  return place
    .replace(
      /^(rows|examples)\[(\d+)\]/,
      (_, kind: string, index: string) =>
        `${kind === "rows" ? "Row" : "Example"} ${Number(index) + 1}`,
    )
    .replace(".", ", ")
    .replaceAll("_", " ");
}
