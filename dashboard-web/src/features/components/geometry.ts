import type { Edge, LineageLayout, Place } from "./layout";

export const NODE = { width: 216, height: 92 };
const GAP = { along: 64, across: 24, upright: 40 };
const MARGIN = 8;

/** Generations run to the right on a wide screen and downwards on a phone. */
export type Direction = "right" | "down";

const step = (direction: Direction) =>
  direction === "right"
    ? { along: NODE.width + GAP.along, across: NODE.height + GAP.across }
    : { along: NODE.height + GAP.upright, across: NODE.width + GAP.across };

/** The upper left corner of a node, in pixels. */
export function corner({ generation, lane }: Place, direction: Direction) {
  const { along, across } = step(direction);
  const main = MARGIN + generation * along;
  const cross = MARGIN + lane * across;
  return direction === "right" ? { x: main, y: cross } : { x: cross, y: main };
}

export function size({ generations, lanes }: LineageLayout, direction: Direction) {
  const { along, across } = step(direction);
  const main = generations * along - (direction === "right" ? GAP.along : GAP.upright);
  const cross = lanes * across - GAP.across;
  const [width, height] = direction === "right" ? [main, cross] : [cross, main];
  return { width: width + 2 * MARGIN, height: height + 2 * MARGIN };
}

/** A smooth line from the far side of the parent to the near side of the child. */
export function path({ from, to }: Edge, direction: Direction): string {
  const a = corner(from, direction);
  const b = corner(to, direction);
  if (direction === "right") {
    const [x1, y1] = [a.x + NODE.width, a.y + NODE.height / 2];
    const [x2, y2] = [b.x, b.y + NODE.height / 2];
    const middle = (x1 + x2) / 2;
    return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
  }
  const [x1, y1] = [a.x + NODE.width / 2, a.y + NODE.height];
  const [x2, y2] = [b.x + NODE.width / 2, b.y];
  const middle = (y1 + y2) / 2;
  return `M${x1} ${y1}C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}`;
}
