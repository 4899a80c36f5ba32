import { Button, Group, NativeSelect, Stack, Text, Textarea } from "@mantine/core";
import type { PolicyRequest } from "@/api/types";
import { Card } from "@/shared/ui/Card";
import classes from "./Policy.module.css";
import { endOf, ends, readEnd } from "./policyText";

type Row = PolicyRequest["rows"][number];

const types = [
  { value: "", label: "Any" },
  { value: "security", label: "Security" },
  { value: "feature", label: "Feature" },
  { value: "performance", label: "Performance" },
  { value: "ux", label: "Look and feel" },
  { value: "bugfix", label: "Bug fix" },
];
const impacts = [
  { value: "", label: "Any" },
  { value: "low", label: "Low or above" },
  { value: "medium", label: "Medium or above" },
  { value: "high", label: "High" },
];
const priorities = ["urgent", "high", "normal", "low"];

interface Props {
  rows: Row[];
  /** The address of the JSON that is edited, as it was saved last. */
  raw: string;
  onChange: (rows: Row[]) => void;
}

/** All rows but the last, which nobody can change. */
export function RowEditor({ rows, raw, onChange }: Props) {
  const last = rows.length - 1;
  const replace = (at: number, row: Row) =>
    onChange(rows.map((other, index) => (index === at ? row : other)));
  const move = (at: number, to: number) => {
    const moved = [...rows];
    moved.splice(to, 0, ...moved.splice(at, 1));
    onChange(moved);
  };
  const add = () =>
    onChange([
      ...rows.slice(0, last),
      { type: "feature", verdict: "needs_human", priority: "normal" },
      ...rows.slice(last),
    ]);
  return (
    <Card title="Rows" raw={raw}>
      <Stack>
        {rows.slice(0, last).map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place.
          <fieldset className={classes.row} key={index}>
            <legend>Row {index + 1}</legend>
            <RowFields row={row} onChange={(changed) => replace(index, changed)} />
            <Group gap="xs">
              <Button
                size="xs"
                variant="default"
                disabled={index === 0}
                onClick={() => move(index, index - 1)}
              >
                Up
              </Button>
              <Button
                size="xs"
                variant="default"
                disabled={index === last - 1}
                onClick={() => move(index, index + 1)}
              >
                Down
              </Button>
              <Button
                size="xs"
                variant="default"
                onClick={() => onChange(rows.filter((_, other) => other !== index))}
              >
                Remove
              </Button>
            </Group>
          </fieldset>
        ))}
        <Group justify="space-between">
          <Text size="sm">Row {rows.length}: everything else goes to a person. It stays.</Text>
          <Button variant="default" onClick={add}>
            Add a row
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

function RowFields({ row, onChange }: { row: Row; onChange: (row: Row) => void }) {
  return (
    <>
      <div className={classes.fields}>
        <NativeSelect
          label="Type"
          data={types}
          value={row.type ?? ""}
          onChange={(event) => onChange({ ...row, type: event.currentTarget.value || null })}
        />
        <NativeSelect
          label="Impact"
          data={impacts}
          value={row.min_impact ?? ""}
          onChange={(event) => onChange({ ...row, min_impact: event.currentTarget.value || null })}
        />
        <NativeSelect
          label="Then"
          data={ends}
          value={endOf(row)}
          onChange={(event) => onChange({ ...row, ...readEnd(event.currentTarget.value) })}
        />
        <NativeSelect
          label="Priority"
          data={priorities}
          value={row.priority ?? "normal"}
          onChange={(event) => onChange({ ...row, priority: event.currentTarget.value })}
        />
      </div>
      <Textarea
        label="Only where"
        description="A condition in CEL; empty for always."
        autosize
        maxLength={500}
        classNames={{ input: classes.mono ?? "" }}
        value={row.condition ?? ""}
        onChange={(event) => onChange({ ...row, condition: event.currentTarget.value || null })}
      />
    </>
  );
}
