import { Link } from "@tanstack/react-router";
import type { Overview } from "@/api/types";
import { useOverview } from "@/features/overview/api/useOverview";
import { count } from "@/shared/format/number";
import classes from "./MainNavigation.module.css";
import { screens } from "./screens";

/** What waits for a person on each screen. */
function waiting(overview: Overview | undefined): Record<string, number> {
  return {
    "/sticks": overview?.sticks.pending ?? 0,
    "/upgrades": overview?.reports.needs_human ?? 0,
    "/rollouts": overview?.rollouts.halted ?? 0,
  };
}

/** Left of the content on a desk, below it on a phone. */
export function MainNavigation() {
  const numbers = waiting(useOverview().data);
  return (
    <nav className={classes.nav} aria-label="Main">
      {screens.map((screen) => {
        const number = numbers[screen.to] ?? 0;
        return (
          <Link
            key={screen.to}
            to={screen.to}
            className={classes.item}
            activeOptions={{ exact: screen.to === "/", includeSearch: false }}
          >
            <screen.icon size={20} stroke={1.8} aria-hidden />
            <span>{screen.word}</span>
            {number > 0 && (
              <span
                className={classes.number}
                role="img"
                aria-label={`${count(number, "needs", "need")} attention`}
              >
                {number}
              </span>
            )}
          </Link>
        );
      })}
    </nav>
  );
}
