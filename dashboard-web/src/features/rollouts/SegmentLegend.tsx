import type { Counts } from "@/api/types";
import { outcomeLooks } from "@/shared/state/rolloutLooks";
import classes from "./SegmentLegend.module.css";
import { segmentsOf } from "./segments";

/** The bar in numbers and words. */
export function SegmentLegend({ counts }: { counts: Counts }) {
  const segments = segmentsOf(counts);
  if (segments.length === 0) return <span className={classes.none}>No outcome yet.</span>;
  return (
    <ul className={classes.legend}>
      {segments.map(({ outcome, count }) => {
        const { word, tone, icon: Glyph } = outcomeLooks[outcome];
        return (
          <li key={outcome} className={classes.entry} data-tone={tone}>
            <Glyph size={15} stroke={2.2} className={classes.icon} aria-hidden />
            <b>{count}</b> {word.toLowerCase()}
          </li>
        );
      })}
    </ul>
  );
}
