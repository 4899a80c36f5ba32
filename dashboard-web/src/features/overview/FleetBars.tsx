import { IconPuzzle } from "@tabler/icons-react";
import { address } from "@/api/client";
import type { Overview } from "@/api/types";
import { count, percent } from "@/shared/format/number";
import { Card } from "@/shared/ui/Card";
import { EmptyState } from "@/shared/ui/EmptyState";
import { ScreenLink } from "@/shared/ui/Links";
import classes from "./FleetBars.module.css";
import { fleetByComponent } from "./fleet";

/** Which release of each component the fleet runs. */
export function FleetBars({ overview }: { overview: Overview }) {
  const components = fleetByComponent(overview.fleet_by_release);
  return (
    <Card title="Fleet by release" raw={address("/overview")}>
      {components.length === 0 ? (
        <EmptyState icon={IconPuzzle} title="No release is installed yet">
          Releases appear here when the first approved upgrade reaches a stick.
        </EmptyState>
      ) : (
        <div className={classes.components}>
          {components.map(({ component, sticks, releases }) => (
            <div key={component}>
              <div className={classes.head}>
                <ScreenLink to="/components/$name" params={{ name: component }} fw={600}>
                  {component}
                </ScreenLink>
                <span>{count(sticks, "stick")}</span>
              </div>
              <ul className={classes.releases}>
                {releases.map((release, place) => (
                  <li key={release.version} className={classes.release} data-newest={place === 0}>
                    <span className={classes.version}>Release {release.version}</span>
                    <span className={classes.track}>
                      <span
                        className={classes.bar}
                        style={{ width: percent(release.sticks / sticks) }}
                      />
                    </span>
                    <span className={classes.number}>{release.sticks}</span>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      )}
    </Card>
  );
}
