import { Stack, Text, Title } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { CopyButton } from "./CopyButton";
import classes from "./EmptyState.module.css";

interface Props {
  icon: Icon;
  title: string;
  children: ReactNode;
  /** The exact command that fills this emptiness. */
  command?: string;
}

/** Nothing here: why, and what to do next. */
export function EmptyState({ icon: Glyph, title, children, command }: Props) {
  return (
    <Stack className={classes.empty} align="center" gap="xs">
      <span className={classes.symbol}>
        <Glyph size={28} stroke={1.6} aria-hidden />
      </span>
      <Title order={3} size="h4">
        {title}
      </Title>
      <Text c="dimmed" maw={460}>
        {children}
      </Text>
      {command && (
        <div className={classes.command}>
          <code>{command}</code>
          <CopyButton value={command} label="Copy the command" />
        </div>
      )}
    </Stack>
  );
}
