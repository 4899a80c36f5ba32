import type { Component, Release } from "@/api/types";
import { aRelease, releaseId } from "../builders/aRelease";
import { frame1, frame2, player1, player2, player3, player4, recipes1, recipes2 } from "./reports";

export function demoReleases(): Release[] {
  return [
    aRelease(player1, 1),
    aRelease(player2, 2),
    aRelease(player3, 3),
    aRelease(player4, 4, { withdrawn: true }),
    aRelease(frame1, 1),
    aRelease(frame2, 2),
    aRelease(recipes1, 1),
    aRelease(recipes2, 2),
  ];
}

const titles: [name: string, title: string, head: number][] = [
  ["music-player", "Music Player", 3],
  ["photo-frame", "Photo Frame", 2],
  ["recipe-book", "Recipe Book", 2],
];

export function demoComponents(releases: Release[]): Component[] {
  return titles.map(([name, title, head]) => {
    const own = releases.filter((release) => release.component === name);
    const makers = [...new Map(own.map((one) => [one.contributor.module_id, one.contributor]))];
    return {
      name,
      title,
      head: own.find((release) => release.id === releaseId(name, head)) ?? null,
      release_count: own.length,
      contributors: makers.map(([module_id, { module_name }]) => ({
        module_id,
        module_name,
        releases: own.filter((release) => release.contributor.module_id === module_id).length,
      })),
    };
  });
}
