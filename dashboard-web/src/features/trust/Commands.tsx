import { CopyButton } from "@/shared/ui/CopyButton";
import classes from "./Trust.module.css";

/** Lines for a terminal, to be copied whole. */
export function Commands({ lines, label }: { lines: string[]; label: string }) {
  return (
    <div className={classes.commands}>
      <pre>{lines.join("\n")}</pre>
      <CopyButton value={lines.join("\n")} label={label} />
    </div>
  );
}
