import { IconAntennaBars1, IconAntennaBars3, IconAntennaBars5 } from "@tabler/icons-react";
import type { Impact } from "@/api/types";
import { impactWords } from "@/shared/state/upgradeLooks";
import classes from "./ImpactMeter.module.css";

const icons = { low: IconAntennaBars1, medium: IconAntennaBars3, high: IconAntennaBars5 };

/** The level in a word, and as bars. */
export function ImpactMeter({ impact }: { impact: Impact }) {
  const Glyph = icons[impact.level];
  return (
    <span className={classes.meter}>
      <Glyph size={18} stroke={2.4} aria-hidden />
      {impactWords[impact.level]}
      <span className={classes.score}>{impact.score} points</span>
    </span>
  );
}
