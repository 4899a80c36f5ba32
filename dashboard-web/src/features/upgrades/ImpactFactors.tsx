import type { Impact } from "@/api/types";
import classes from "./ImpactFactors.module.css";

/** Why the impact is what it is: each factor with its points. */
export function ImpactFactors({ impact }: { impact: Impact }) {
  const most = Math.max(1, ...impact.factors.map(({ points }) => Math.abs(points)));
  return (
    <ul className={classes.factors}>
      {impact.factors.map(({ name, points, why }) => (
        <li key={name} className={classes.factor}>
          <span className={classes.name}>{name.replaceAll("_", " ")}</span>
          <span className={classes.points}>{points > 0 ? `+${points}` : points}</span>
          <span className={classes.track}>
            <span
              className={classes.bar}
              style={{ width: `${(Math.abs(points) / most) * 100}%` }}
            />
          </span>
          <span className={classes.why}>{why}</span>
        </li>
      ))}
    </ul>
  );
}
