import { Anchor, type AnchorProps, Button, type ButtonProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import { type ComponentPropsWithRef, forwardRef } from "react";

type A = Omit<ComponentPropsWithRef<"a">, keyof AnchorProps | keyof ButtonProps | "ref">;

/** A text link to a screen of the dashboard. */
export const ScreenLink = createLink(
  forwardRef<HTMLAnchorElement, AnchorProps & A>((props, ref) => <Anchor ref={ref} {...props} />),
);

/** A link to a screen that looks like a button. */
export const ScreenButton = createLink(
  forwardRef<HTMLAnchorElement, ButtonProps & A>((props, ref) => (
    <Button component="a" ref={ref} {...props} />
  )),
);
