import {
  type Icon,
  IconHome,
  IconPuzzle,
  IconSparkles,
  IconTopologyRing3,
  IconUsb,
} from "@tabler/icons-react";

interface Screen {
  to: "/" | "/sticks" | "/upgrades" | "/components" | "/rollouts";
  word: string;
  icon: Icon;
  /** After "g": goes there. */
  key: string;
}

/** What everybody goes to again and again. */
export const screens: Screen[] = [
  { to: "/", word: "Home", icon: IconHome, key: "h" },
  { to: "/sticks", word: "Sticks", icon: IconUsb, key: "s" },
  { to: "/upgrades", word: "Upgrades", icon: IconSparkles, key: "u" },
  { to: "/components", word: "Components", icon: IconPuzzle, key: "c" },
  { to: "/rollouts", word: "Rollouts", icon: IconTopologyRing3, key: "r" },
];
