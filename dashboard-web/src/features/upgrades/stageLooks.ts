import { IconCheck, IconEyeOff, IconQuestionMark, IconX } from "@tabler/icons-react";

/** What a stage found, as a word, a colour of the theme and a shape. */
export interface StageLook {
  word: string;
  colour: string;
  icon: typeof IconCheck;
}

const looks: Record<string, StageLook> = {
  passed: { word: "passed", colour: "spruce", icon: IconCheck },
  skipped: { word: "not looked at", colour: "gray", icon: IconEyeOff },
  doubtful: { word: "a person must look", colour: "clay", icon: IconQuestionMark },
  refused: { word: "refused", colour: "red", icon: IconX },
};

const unknown: StageLook = { word: "not passed", colour: "clay", icon: IconQuestionMark };

export const stageLook = (finding: string): StageLook => looks[finding] ?? unknown;
