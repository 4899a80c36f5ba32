import type { Icon } from "@tabler/icons-react";
import { IconQuestionMark } from "@tabler/icons-react";

type Tone = "good" | "wait" | "warn" | "bad" | "quiet" | "info";

/** How a state is shown: always a word and an icon, so that colour never carries it alone. */
export interface Look {
  word: string;
  tone: Tone;
  icon: Icon;
}

/** A state that this dashboard does not know yet is shown by its own name. */
export function lookOf<S extends string>(looks: Record<S, Look>, state: string): Look {
  if (Object.hasOwn(looks, state)) return looks[state as S];
  return { word: state.replaceAll("_", " "), tone: "quiet", icon: IconQuestionMark };
}
