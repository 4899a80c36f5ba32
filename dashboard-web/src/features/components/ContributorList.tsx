import { Group, Text } from "@mantine/core";
import { address } from "@/api/client";
import type { Component } from "@/api/types";
import { count } from "@/shared/format/number";
import { Card } from "@/shared/ui/Card";
import { ScreenLink } from "@/shared/ui/Links";
import classes from "./ContributorList.module.css";

/** Whose work this component is. */
export function ContributorList({ component }: { component: Component }) {
  return (
    <Card title="Contributors" raw={address(`/components/${component.name}`)}>
      <ul className={classes.list}>
        {component.contributors.map((contributor) => (
          <li key={contributor.module_id}>
            <Group justify="space-between" wrap="nowrap">
              <span className={classes.name}>
                <ScreenLink to="/sticks" search={{ q: contributor.module_id }}>
                  {contributor.module_name}
                </ScreenLink>{" "}
                <Text span size="sm" c="dimmed">
                  <code>{contributor.module_id}</code>
                </Text>
              </span>
              <span>{count(contributor.releases, "release")}</span>
            </Group>
          </li>
        ))}
      </ul>
    </Card>
  );
}
