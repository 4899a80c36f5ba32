import { address } from "@/api/client";
import type { Overview } from "@/api/types";
import { RawButton } from "@/shared/raw/RawButton";
import { ScreenLink } from "@/shared/ui/Links";
import classes from "./Figures.module.css";

function figures({ sticks, reports, rollouts }: Overview) {
  return [
    {
      name: "Sticks online",
      value: sticks.online,
      of: `of ${sticks.total} enrolled`,
      to: "/sticks",
    },
    {
      name: "Reports pending",
      value: reports.pending,
      of: `${reports.needs_human} ${reports.needs_human === 1 ? "needs" : "need"} you`,
      to: "/upgrades",
    },
    {
      name: "Running rollouts",
      value: rollouts.running,
      of: `${rollouts.paused} paused, ${rollouts.halted} halted`,
      to: "/rollouts",
    },
  ] as const;
}

/** The three numbers of the fleet; each leads to its list and to its raw data. */
export function Figures({ overview }: { overview: Overview }) {
  return (
    <ul className={classes.figures}>
      {figures(overview).map((figure) => (
        <li key={figure.name} className={classes.figure}>
          <ScreenLink to={figure.to} className={classes.link} underline="never" c="inherit">
            <span className={classes.name}>{figure.name}</span>
            <span className={classes.value}>{figure.value}</span>
            <span className={classes.of}>{figure.of}</span>
          </ScreenLink>
          <div className={classes.raw}>
            <RawButton url={address("/overview")} subject={figure.name} />
          </div>
        </li>
      ))}
    </ul>
  );
}
