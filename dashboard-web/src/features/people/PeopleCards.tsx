import { Group } from "@mantine/core";
import type { Operator } from "@/api/types";
import { Card } from "@/shared/ui/Card";
import classes from "./People.module.css";
import { PersonMenu } from "./PersonMenu";
import { PersonState } from "./PersonState";
import { roles } from "./roles";

/** The table's twin for narrow screens. */
export function PeopleCards({ people }: { people: Operator[] }) {
  return (
    <ul className={classes.cards} aria-label="People">
      {people.map((person) => (
        <li key={person.id}>
          <Card>
            <Group justify="space-between" align="flex-start" wrap="nowrap">
              <span className={classes.name}>{person.username}</span>
              <PersonMenu person={person} />
            </Group>
            <Group justify="space-between">
              <span>{roles[person.role].word}</span>
              <PersonState person={person} />
            </Group>
          </Card>
        </li>
      ))}
    </ul>
  );
}
