import { Button } from "@mantine/core";
import {
  IconHandStop,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerTrackNext,
} from "@tabler/icons-react";
import { useState } from "react";
import type { Rollout, RolloutVerb } from "@/api/types";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { useRolloutVerb } from "./api/useRolloutVerb";

const verbs: Record<
  RolloutVerb,
  { word: string; icon: typeof IconPlayerPause; consequence: string }
> = {
  pause: {
    word: "Pause",
    icon: IconPlayerPause,
    consequence: "Sticks finish what they have begun and begin nothing new, until you resume.",
  },
  resume: {
    word: "Resume",
    icon: IconPlayerPlay,
    consequence: "The rollout goes on where it stopped.",
  },
  advance: {
    word: "Advance",
    icon: IconPlayerTrackNext,
    consequence: "The next ring opens now, whatever the gate says. The brake stays armed.",
  },
  halt: {
    word: "Halt",
    icon: IconHandStop,
    consequence:
      "The release is withdrawn, and every stick that has it returns to the one before. This cannot be undone.",
  },
};

/** Pause and Resume are one button that changes its word, so that it keeps the focus. */
const placeOf = (verb: RolloutVerb) => (verb === "resume" ? "pause" : verb);

/** The one that cannot be undone comes last. */
const ORDER: RolloutVerb[] = ["resume", "pause", "advance", "halt"];

/** What the server says may be done to this rollout now, each with a reason. */
export function RolloutVerbs({ rollout }: { rollout: Rollout }) {
  const [asked, ask] = useState<RolloutVerb | null>(null);
  const act = useRolloutVerb(rollout);
  const close = () => {
    ask(null);
    act.reset();
  };
  return (
    <>
      {ORDER.filter((verb) => rollout.allowed_verbs.includes(verb)).map((verb) => {
        const { word, icon: Glyph } = verbs[verb];
        return (
          <Button
            key={placeOf(verb)}
            variant={verb === "halt" ? "outline" : "default"}
            {...(verb === "halt" ? { color: "clay" } : {})}
            leftSection={<Glyph size={16} aria-hidden />}
            onClick={() => ask(verb)}
          >
            {word}
          </Button>
        );
      })}
      {asked && (
        <ReasonDialog
          title={`${verbs[asked].word} this rollout?`}
          consequence={verbs[asked].consequence}
          verb={verbs[asked].word}
          dangerous={asked === "halt"}
          busy={act.isPending}
          error={act.error}
          onClose={close}
          onConfirm={(reason) => act.mutate({ verb: asked, reason }, { onSuccess: close })}
        />
      )}
    </>
  );
}
