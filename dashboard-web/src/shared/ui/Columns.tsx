import type { ReactNode } from "react";
import classes from "./Columns.module.css";

/** A wide column with the subject and a narrow one with its particulars; one below the other on a phone. */
export function Columns({ children }: { children: ReactNode }) {
  return <div className={classes.columns}>{children}</div>;
}

export function Column({ children }: { children: ReactNode }) {
  return <div className={classes.column}>{children}</div>;
}
