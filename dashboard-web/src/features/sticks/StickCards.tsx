import { Group, Stack } from "@mantine/core";
import type { Stick } from "@/api/types";
import { count } from "@/shared/format/number";
import { OperatorsOnly } from "@/shared/role/OperatorsOnly";
import { lookOf } from "@/shared/state/look";
import { stickLooks } from "@/shared/state/stickLooks";
import { Card } from "@/shared/ui/Card";
import { StateBadge } from "@/shared/ui/StateBadge";
import { InstalledReleases } from "./InstalledReleases";
import { Presence } from "./Presence";
import classes from "./StickCards.module.css";
import { StickName } from "./StickName";
import { StickVerbs } from "./StickVerbs";

const inCard = ["accept", "reject"] as const;

/** The table's twin for narrow screens. */
export function StickCards({ sticks }: { sticks: Stick[] }) {
  return (
    <ul className={classes.cards} aria-label="Sticks">
      {sticks.map((stick) => (
        <li key={stick.id}>
          <Card>
            <Stack gap="xs">
              <Group justify="space-between" align="flex-start" wrap="nowrap">
                <StickName stick={stick} />
                <StateBadge look={lookOf(stickLooks, stick.state)} />
              </Group>
              <Group justify="space-between">
                <Presence stick={stick} />
                <span>{count(stick.contributions.reports, "contribution")}</span>
              </Group>
              <InstalledReleases installed={stick.installed} />
              {stick.allowed_verbs.some((verb) => verb !== "retire") && (
                <OperatorsOnly>
                  <StickVerbs stick={stick} only={inCard} />
                </OperatorsOnly>
              )}
            </Stack>
          </Card>
        </li>
      ))}
    </ul>
  );
}
