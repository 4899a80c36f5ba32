import { List, Text } from "@mantine/core";
import type { PolicyExample } from "@/api/types";
import { factsInWords, resultInWords } from "./inWords";

/** What the version promises about imagined reports. */
export function ExampleList({ examples }: { examples: PolicyExample[] }) {
  if (examples.length === 0) return <Text c="dimmed">It promises nothing.</Text>;
  return (
    <List size="sm" spacing="xs">
      {examples.map((example) => (
        <List.Item key={example.name}>
          <strong>{example.name}</strong>: {resultInWords(example)}
          <Text size="xs">
            {factsInWords(example.facts)}
            {example.finding !== "passed" && `, found ${example.finding}`}
          </Text>
        </List.Item>
      ))}
    </List>
  );
}
