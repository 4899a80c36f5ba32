import { Spotlight } from "@mantine/spotlight";
import { useFound } from "./useFound";

interface Props {
  query: string;
  onHelp: () => void;
}

/** What the palette found, by kind. */
export function PaletteResults({ query, onHelp }: Props) {
  const groups = useFound(query, onHelp).filter(({ entries }) => entries.length > 0);
  if (groups.length === 0) return <Spotlight.Empty>Nothing by that name</Spotlight.Empty>;
  return groups.map(({ group, icon: Glyph, entries }) => (
    <Spotlight.ActionsGroup key={group} label={group}>
      {entries.map(({ id, label, about, open }) => (
        <Spotlight.Action
          key={id}
          label={label}
          description={about}
          leftSection={<Glyph size={18} aria-hidden />}
          onClick={open}
        />
      ))}
    </Spotlight.ActionsGroup>
  ));
}
