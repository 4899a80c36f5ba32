import type { Counts } from "@/api/types";
import { outcomeLooks } from "@/shared/state/rolloutLooks";
import classes from "./SegmentBar.module.css";
import { segmentsInWords, segmentsOf } from "./segments";

interface Props {
  name: string;
  counts: Counts;
  /** The share that must be verified, marked on the bar. */
  goal?: number | undefined;
}

/** What became of the sticks, as one bar. Silent and outstanding are hatched, so they differ without colour, too. */
export function SegmentBar({ name, counts, goal }: Props) {
  return (
    <div className={classes.frame}>
      <div className={classes.bar} role="img" aria-label={`${name}: ${segmentsInWords(counts)}`}>
        {segmentsOf(counts).map(({ outcome, width }) => (
          <span
            key={outcome}
            className={classes.segment}
            data-tone={outcomeLooks[outcome].tone}
            data-outcome={outcome}
            style={{ width: `${width}%` }}
          />
        ))}
      </div>
      {goal !== undefined && goal > 0 && (
        <span className={classes.goal} style={{ left: `${goal * 100}%` }} aria-hidden />
      )}
    </div>
  );
}
