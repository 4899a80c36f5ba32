import { useDebouncedValue } from "@mantine/hooks";
import {
  type Icon,
  IconArrowRight,
  IconPuzzle,
  IconTopologyRing3,
  IconUsb,
} from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useComponents } from "@/features/components/api/useComponents";
import { useRollouts } from "@/features/rollouts/api/useRollouts";
import { useSticks } from "@/features/sticks/api/useSticks";
import { parseStickFilter } from "@/features/sticks/stickFilter";
import { useIsAdministrator } from "@/shared/role/role";
import { matching } from "./matching";
import { screens } from "./screens";

interface Found {
  group: string;
  icon: Icon;
  entries: { id: string; label: string; about: string; open: () => void }[];
}

const MOST = 6;
const TYPING_MS = 200;

/** Screens, components and rollouts are sought among the newest; sticks by the server among all, and meanwhile among those at hand. */
export function useFound(query: string, onHelp: () => void): Found[] {
  const navigate = useNavigate();
  const [typed] = useDebouncedValue(query, TYPING_MS);
  const sticks = useSticks(parseStickFilter({ q: typed })).data?.items ?? [];
  const components = useComponents().data?.items ?? [];
  const rollouts = useRollouts({}).data?.items ?? [];
  const people = { to: "/people" as const, word: "People" };
  const trust = { to: "/trust" as const, word: "Trust" };
  const others = useIsAdministrator() ? [trust, people] : [trust];
  const places = [...screens, ...others].map(({ to, word }) => ({
    id: to,
    label: word,
    about: "Screen",
    open: () => navigate({ to }),
  }));
  const help = { id: "help", label: "Keyboard shortcuts", about: "Help", open: onHelp };
  return [
    { group: "Go to", icon: IconArrowRight, entries: matching(query, [...places, help], MOST) },
    {
      group: "Components",
      icon: IconPuzzle,
      entries: matching(
        query,
        components.map(({ name, title }) => ({
          id: name,
          label: title,
          about: name,
          open: () => navigate({ to: "/components/$name", params: { name } }),
        })),
        MOST,
      ),
    },
    {
      group: "Sticks",
      icon: IconUsb,
      entries: matching(
        query,
        sticks.map(({ id, module_name, module_id }) => ({
          id,
          label: module_name,
          about: module_id,
          open: () => navigate({ to: "/sticks/$id", params: { id } }),
        })),
        MOST,
      ),
    },
    {
      group: "Rollouts",
      icon: IconTopologyRing3,
      entries: matching(
        query,
        rollouts.map(({ id, component, release, state }) => ({
          id,
          label: `${component} release ${release.version}`,
          about: `${state} · ${release.description}`,
          open: () => navigate({ to: "/rollouts/$id", params: { id } }),
        })),
        MOST,
      ),
    },
  ];
}
