import { Kbd, Text, UnstyledButton } from "@mantine/core";
import { Spotlight, spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import classes from "./CommandPalette.module.css";
import { PaletteResults } from "./PaletteResults";

/** Opens the palette; on a phone only the glass is shown. */
export function PaletteButton() {
  return (
    <UnstyledButton className={classes.button} onClick={spotlight.open}>
      <IconSearch size={16} aria-hidden />
      <Text span size="sm" className={classes.words}>
        Find anything
      </Text>
      <Kbd className={classes.words} aria-hidden>
        Ctrl K
      </Kbd>
    </UnstyledButton>
  );
}

/** Ctrl+K: everything by name. Nothing is asked of the server before it opens. */
export function CommandPalette({ onHelp }: { onHelp: () => void }) {
  const [query, setQuery] = useState("");
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut="mod + K"
      scrollable
      attributes={{ content: { "aria-label": "Find anything" } }}
      classNames={{ actionDescription: classes.description ?? "" }}
    >
      <Spotlight.Search
        aria-label="Find a screen, a stick, a component or a rollout"
        placeholder="A screen, a stick, a component, a rollout…"
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList>
        <PaletteResults query={query.trim()} onHelp={onHelp} />
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
