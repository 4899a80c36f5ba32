import { HttpResponse } from "msw";
import type { Page } from "@/api/types";

const DEFAULT_LIMIT = 50;

/** One page, by an offset that only this stand-in understands. */
export function page<T>(all: T[], url: URL): Page<T> {
  const start = Number(url.searchParams.get("after") ?? 0);
  const end = start + Number(url.searchParams.get("limit") ?? DEFAULT_LIMIT);
  return {
    items: all.slice(start, end),
    next: end < all.length ? String(end) : null,
    total: all.length,
  };
}

export function problem(
  status: number,
  slug: string,
  title: string,
  detail: string,
  members: Record<string, unknown> = {},
) {
  return HttpResponse.json(
    { type: `urn:metalayer:problem:${slug}`, title, status, detail, ...members },
    { status, headers: { "Content-Type": "application/problem+json" } },
  );
}

export const notFound = (what: string) =>
  problem(
    404,
    "not-found",
    `There is no such ${what}`,
    "It may have been removed. Go back to the list.",
  );

export const illegalTransition = (what: string, state: string) =>
  problem(
    409,
    "illegal-transition",
    "That is not possible any more",
    `The ${what} is ${state} now. Look at it again.`,
  );

export const headMoved = (component: string, newest: number, seen: number) =>
  problem(
    409,
    "head-moved",
    "The newest release is another one now",
    `${component} has version ${newest} as its newest release now, you saw version ${seen}; parents: approving it would undo: player.js. If you mean it all the same, approve the report on version ${newest}`,
    { head_version: newest },
  );
