import { Code, Text } from "@mantine/core";
import { Loading } from "@/shared/ui/Loading";
import { QueryView } from "@/shared/ui/QueryView";
import { usePolicyFacts } from "./api/usePolicyFacts";

/** The names that conditions and examples know. */
export function FactList() {
  return (
    <details>
      <summary>What conditions can name</summary>
      <Text size="sm" my="xs">
        Compare with ==, !=, &lt;, &gt;, join with &amp;&amp;, || and !. Types are written{" "}
        <Code>upgrade_type == security</Code>, impacts <Code>impact &gt;= medium</Code>.
      </Text>
      <QueryView query={usePolicyFacts()} loading={<Loading rows={1} />}>
        {(facts) => (
          <ul>
            {facts.map((fact) => (
              <li key={fact.name}>
                <Code>{fact.name}</Code> {fact.meaning}
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </details>
  );
}
