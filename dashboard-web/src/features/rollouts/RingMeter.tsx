import type { Ring } from "@/api/types";
import { percent } from "@/shared/format/number";
import { lookOf } from "@/shared/state/look";
import { ringLooks } from "@/shared/state/rolloutLooks";
import { StateBadge } from "@/shared/ui/StateBadge";
import { limitsInWords } from "./limitsInWords";
import classes from "./RingMeter.module.css";
import { RingTime } from "./RingTime";
import { RingVerdict } from "./RingVerdict";
import { SegmentBar } from "./SegmentBar";
import { SegmentLegend } from "./SegmentLegend";

/** The evidence of one ring: outcomes, what the gate says of them, what it asks for. */
export function RingMeter({ ring }: { ring: Ring }) {
  return (
    <li className={classes.ring} data-state={ring.state}>
      <div className={classes.head}>
        <h3 className={classes.name}>{ring.name}</h3>
        <span className={classes.share}>reaches {percent(ring.share)} of the sticks</span>
        <StateBadge look={lookOf(ringLooks, ring.state)} />
      </div>
      <SegmentBar name={ring.name} counts={ring.counts} goal={ring.limits.min_verified_ratio} />
      <SegmentLegend counts={ring.counts} />
      {ring.verdict && <RingVerdict verdict={ring.verdict} />}
      <p className={classes.small}>
        <RingTime ring={ring} />
        {limitsInWords(ring.limits).map((words) => (
          <span key={words}>{words}</span>
        ))}
      </p>
    </li>
  );
}
