import type { SpotlightActionData, SpotlightActionGroupData } from "@mantine/spotlight";
import { IconPuzzle, IconTopologyRing3, IconUsb } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useComponents } from "@/features/components/api/useComponents";
import { useRollouts } from "@/features/rollouts/api/useRollouts";
import { useSticks } from "@/features/sticks/api/useSticks";
import { screens } from "./screens";

/** What the palette offers: the screens, and what is on the first page of each list. */
export function usePaletteActions(onHelp: () => void): SpotlightActionGroupData[] {
  const navigate = useNavigate();
  const sticks = useSticks({}).data?.items ?? [];
  const components = useComponents().data?.items ?? [];
  const rollouts = useRollouts({}).data?.items ?? [];
  const help: SpotlightActionData = {
    id: "help",
    label: "Keyboard shortcuts",
    onClick: onHelp,
  };
  return [
    {
      group: "Go to",
      actions: [
        ...screens.map((screen) => ({
          id: screen.to,
          label: screen.word,
          leftSection: <screen.icon size={18} />,
          onClick: () => navigate({ to: screen.to }),
        })),
        help,
      ],
    },
    {
      group: "Components",
      actions: components.map(({ name, title }) => ({
        id: `component-${name}`,
        label: title,
        description: name,
        leftSection: <IconPuzzle size={18} />,
        onClick: () => navigate({ to: "/components/$name", params: { name } }),
      })),
    },
    {
      group: "Sticks",
      actions: sticks.map(({ id, module_name, module_id }) => ({
        id: `stick-${id}`,
        label: module_name,
        description: module_id,
        leftSection: <IconUsb size={18} />,
        onClick: () => navigate({ to: "/sticks/$id", params: { id } }),
      })),
    },
    {
      group: "Rollouts",
      actions: rollouts.map(({ id, component, release, state }) => ({
        id: `rollout-${id}`,
        label: `${component} release ${release.version}`,
        description: `${state} · ${release.description}`,
        leftSection: <IconTopologyRing3 size={18} />,
        onClick: () => navigate({ to: "/rollouts/$id", params: { id } }),
      })),
    },
  ];
}
