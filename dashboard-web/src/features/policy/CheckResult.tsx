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
      <GridTable check={check} />
    </Stack>
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
