import { IconGitBranch } from "@tabler/icons-react";
import type { Report } from "@/api/types";
import { ScreenLink } from "@/shared/ui/Links";
import { useParents } from "./api/useParents";
import classes from "./LineageLine.module.css";
import { lineageLine } from "./lineageLine";

/** Whose work this builds on; leads to the whole lineage. */
export function LineageLine({ report }: { report: Report }) {
  const parents = useParents(report.parents);
  return (
    <span className={classes.line}>
      <IconGitBranch size={16} aria-hidden />
      <ScreenLink to="/components/$name" params={{ name: report.component }} c="inherit" inherit>
        {lineageLine(report, parents)}
      </ScreenLink>
    </span>
  );
}
