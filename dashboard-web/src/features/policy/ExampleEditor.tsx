import { Button, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import type { PolicyRequest } from "@/api/types";
import { Card } from "@/shared/ui/Card";
import classes from "./Policy.module.css";
import { endOf, ends, readEnd, readFacts, writeFacts } from "./policyText";

type Example = PolicyRequest["examples"][number];

const findings = ["passed", "doubtful", "refused"];

interface Props {
  examples: Example[];
  /** The address of the JSON that is edited, as it was saved last. */
  raw: string;
  onChange: (examples: Example[]) => void;
}

/** What the policy promises about imagined reports. */
export function ExampleEditor({ examples, raw, onChange }: Props) {
  const replace = (at: number, example: Example) =>
    onChange(examples.map((other, index) => (index === at ? example : other)));
  const add = () =>
    onChange([
      ...examples,
      {
        name: "",
        facts: { upgrade_type: "feature", impact: "medium" },
        finding: "passed",
        verdict: "needs_human",
        strategy: null,
      },
    ]);
  return (
    <Card title="Examples" raw={raw}>
      <Stack>
        {examples.map((example, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an example is its place; one more or less begins anew, so that what is typed does not move to another.
          <fieldset className={classes.row} key={`${index} of ${examples.length}`}>
            <legend>Example {index + 1}</legend>
            <ExampleFields example={example} onChange={(changed) => replace(index, changed)} />
            <Group>
              <Button
                size="xs"
                variant="default"
                onClick={() => onChange(examples.filter((_, other) => other !== index))}
              >
                Remove
              </Button>
            </Group>
          </fieldset>
        ))}
        <Group justify="flex-end">
          <Button variant="default" onClick={add}>
            Add an example
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

function ExampleFields(props: { example: Example; onChange: (example: Example) => void }) {
  const { example, onChange } = props;
  const [facts, setFacts] = useState(() => writeFacts(example.facts));
  return (
    <>
      <TextInput
        label="Shows that"
        maxLength={80}
        value={example.name}
        onChange={(event) => onChange({ ...example, name: event.currentTarget.value })}
      />
      <TextInput
        label="Of a report with"
        description="Facts with commas between them; the others are as usual."
        classNames={{ input: classes.mono ?? "" }}
        value={facts}
        onChange={(event) => {
          setFacts(event.currentTarget.value);
          onChange({ ...example, facts: readFacts(event.currentTarget.value) });
        }}
      />
      <div className={classes.fields}>
        <NativeSelect
          label="Checks found"
          data={findings}
          value={example.finding ?? "passed"}
          onChange={(event) => onChange({ ...example, finding: event.currentTarget.value })}
        />
        <NativeSelect
          label="Must end as"
          data={ends}
          value={endOf(example)}
          onChange={(event) => onChange({ ...example, ...readEnd(event.currentTarget.value) })}
        />
      </div>
    </>
  );
}
