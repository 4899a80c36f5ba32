import { Text } from "@mantine/core";
import { IconMinus, IconPencil, IconPlus } from "@tabler/icons-react";
import type { Report } from "@/api/types";
import classes from "./Changes.module.css";

const kinds = [
  { key: "added", word: "Added", tone: "good", icon: IconPlus },
  { key: "modified", word: "Modified", tone: "info", icon: IconPencil },
  { key: "removed", word: "Removed", tone: "bad", icon: IconMinus },
] as const;

/** What differs from the release before. */
export function Changes({ changes }: { changes: Report["changes"] }) {
  const shown = kinds.filter(({ key }) => changes[key].length > 0);
  if (shown.length === 0) return <Text c="dimmed">No file differs from the release before.</Text>;
  return (
    <ul className={classes.changes}>
      {shown.flatMap(({ key, word, tone, icon: Glyph }) =>
        changes[key].map((path) => (
          <li key={`${key} ${path}`} className={classes.change} data-tone={tone}>
            <span className={classes.kind}>
              <Glyph size={14} stroke={2.4} aria-hidden />
              {word}
            </span>
            <code>{path}</code>
          </li>
        )),
      )}
    </ul>
  );
}
