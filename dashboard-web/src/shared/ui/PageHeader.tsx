import { Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useTitle } from "../hooks/useTitle";
import classes from "./PageHeader.module.css";

interface Props {
  title: string;
  /** Beside the title: badges. */
  badges?: ReactNode;
  /** Under the title: one line that says what this is. */
  children?: ReactNode;
  /** Right of it all: what can be done. */
  actions?: ReactNode;
  /** Above the title: the way back. */
  back?: ReactNode;
}

export function PageHeader({ title, badges, children, actions, back }: Props) {
  useTitle(title);
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        {back && <div className={classes.back}>{back}</div>}
        <div className={classes.line}>
          <Title order={1} className={classes.title}>
            {title}
          </Title>
          {badges}
        </div>
        {children && <div className={classes.about}>{children}</div>}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </header>
  );
}
