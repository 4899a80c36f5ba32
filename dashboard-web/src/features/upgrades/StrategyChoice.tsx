import { Radio, Stack } from "@mantine/core";
import type { Strategy } from "@/api/types";
import { strategyWords } from "@/shared/state/strategyWords";

const USUAL = "usual";

const choices = [
  { value: USUAL, word: "As usual", meaning: "The way that the policy has for this type." },
  ...Object.entries(strategyWords).map(([value, words]) => ({ value, ...words })),
];

interface Props {
  /** Null leaves it to the server. */
  value: Strategy | null;
  onChange: (strategy: Strategy | null) => void;
}

export function StrategyChoice({ value, onChange }: Props) {
  return (
    <Radio.Group
      label="Strategy"
      description="How it reaches the sticks, if you approve."
      value={value ?? USUAL}
      onChange={(chosen) => onChange(chosen === USUAL ? null : (chosen as Strategy))}
    >
      <Stack gap="xs" mt="xs">
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            label={choice.word}
            description={choice.meaning}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
