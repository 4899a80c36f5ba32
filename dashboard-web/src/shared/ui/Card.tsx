import { Title } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { RawButton } from "../raw/RawButton";
import classes from "./Card.module.css";

interface Props {
  title?: string | undefined;
  /** Right of the title. */
  actions?: ReactNode;
  /** The address of the JSON behind this card. */
  raw?: string | undefined;
  children: ReactNode;
}

/** One raised surface with one subject. */
export function Card({ title, actions, raw, children }: Props) {
  const id = useId();
  return (
    <section className={classes.card} aria-labelledby={title ? id : undefined}>
      {(title || raw || actions) && (
        <div className={classes.head}>
          {title && (
            <Title order={2} size="h4" id={id}>
              {title}
            </Title>
          )}
          <div className={classes.actions}>
            {actions}
            {raw && <RawButton url={raw} subject={title ?? "this"} />}
          </div>
        </div>
      )}
      {children}
    </section>
  );
}
