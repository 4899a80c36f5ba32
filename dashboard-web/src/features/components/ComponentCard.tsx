import { Text } from "@mantine/core";
import { address } from "@/api/client";
import type { Component } from "@/api/types";
import { count } from "@/shared/format/number";
import { RawButton } from "@/shared/raw/RawButton";
import { ScreenLink } from "@/shared/ui/Links";
import { RelativeTime } from "@/shared/ui/RelativeTime";
import classes from "./ComponentCard.module.css";

export function ComponentCard({ component }: { component: Component }) {
  const { head } = component;
  return (
    <li className={classes.card}>
      <div className={classes.top}>
        <ScreenLink
          to="/components/$name"
          params={{ name: component.name }}
          c="inherit"
          className={classes.title}
        >
          {component.title}
        </ScreenLink>
        <RawButton url={address(`/components/${component.name}`)} subject={component.title} />
      </div>
      <code className={classes.name}>{component.name}</code>
      <Text className={classes.head}>
        {head ? `Release ${head.version}: ${head.description}` : "No release yet"}
      </Text>
      <Text size="sm" c="dimmed">
        {count(component.release_count, "release")} by{" "}
        {count(component.contributors.length, "stick")}
        {head && (
          <>
            {" "}
            · <RelativeTime at={head.created_at} />
          </>
        )}
      </Text>
    </li>
  );
}
