import { Table, Text } from "@mantine/core";
import type { PolicyCell, PolicyCheck, PolicyResult } from "@/api/types";
import { impactWords, typeLooks } from "@/shared/state/upgradeLooks";
import { factsInWords, resultInWords } from "./inWords";
import classes from "./Policy.module.css";
import { Scroll } from "./Scroll";

const impacts = ["low", "medium", "high"] as const;

const words = (results: PolicyResult[]) =>
  [...new Set(results.map((result) => resultInWords(result)))].join(" or ");

function Cell({ cell }: { cell: PolicyCell }) {
  if (cell.different === 0) return <>{words(cell.after)}</>;
  const some = cell.different < cell.reports;
  const was = words(cell.before);
  const now = words(cell.after);
  return (
    <>
      <Text span size="sm" className={classes.was}>
        {was}
      </Text>{" "}
      <Text span size="sm" fw={600}>
        {now === was ? "in another way" : now}
      </Text>
      {some && cell.witness && (
        <Text size="xs">
          Changed for {cell.different} of {cell.reports} imagined reports, such as{" "}
          {factsInWords(cell.witness.facts)}: {resultInWords(cell.witness.before)} becomes{" "}
          {resultInWords(cell.witness.after)}.
        </Text>
      )}
      {!some && now === was && <Text size="xs">Only the priority changes.</Text>}
    </>
  );
}

/** Every type and impact: what becomes of it now, and what would. */
export function GridTable({ check }: { check: PolicyCheck }) {
  const types = [...new Set(check.grid.map((cell) => cell.type))];
  const changed = check.grid.filter((cell) => cell.different > 0).length;
  return (
    <>
      <Text mb="xs">
        {changed === 0
          ? `Of ${check.tried} imagined reports, none ends otherwise than by policy ${check.against}.`
          : `Beside policy ${check.against}, ${changed} of ${check.grid.length} fields change; they are marked. ${check.tried} imagined reports were tried.`}
      </Text>
      {check.cut_off && (
        <Text mb="xs" size="sm">
          Not everything was tried that the conditions can tell apart: only {check.tried} reports.
        </Text>
      )}
      {check.unreached_rows.length > 0 && (
        <Text mb="xs" size="sm" fw={600}>
          None of the {check.tried} imagined reports came to row {check.unreached_rows.join(", ")}:
          what it would do is not shown here.
        </Text>
      )}
      <Scroll label="Difference">
        <Table withTableBorder withColumnBorders>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Type</Table.Th>
              {impacts.map((impact) => (
                <Table.Th key={impact}>{impactWords[impact]}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {types.map((type) => (
              <Table.Tr key={type}>
                <Table.Th scope="row">{typeLooks[type].word}</Table.Th>
                {impacts.map((impact) => {
                  const cell = check.grid.find((it) => it.type === type && it.impact === impact);
                  return (
                    <Table.Td
                      key={impact}
                      className={cell && cell.different > 0 ? classes.changed : undefined}
                    >
                      {cell && <Cell cell={cell} />}
                    </Table.Td>
                  );
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Scroll>
    </>
  );
}
