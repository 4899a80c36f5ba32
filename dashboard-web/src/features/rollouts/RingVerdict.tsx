import { IconArrowRight, IconHandStop, IconHourglass } from "@tabler/icons-react";
import type { Ring } from "@/api/types";
import { type Look, lookOf } from "@/shared/state/look";
import classes from "./RingVerdict.module.css";

type Verdict = NonNullable<Ring["verdict"]>;

const looks: Record<Verdict["kind"], Look> = {
  advance: { word: "Advance", tone: "good", icon: IconArrowRight },
  hold: { word: "Hold", tone: "warn", icon: IconHourglass },
  halt: { word: "Halt", tone: "bad", icon: IconHandStop },
};

/** What the gate says, and why. */
export function RingVerdict({ verdict }: { verdict: Verdict }) {
  const look = lookOf(looks, verdict.kind);
  return (
    <p className={classes.verdict} data-tone={look.tone}>
      <look.icon size={16} stroke={2.2} aria-hidden />
      <span>
        <b>Gate: {look.word.toLowerCase()}.</b> {verdict.reason}
      </span>
    </p>
  );
}
