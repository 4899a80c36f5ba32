import type { Report } from "@/api/types";
import { releaseId } from "../builders/aRelease";
import { aDecision, aFile, aReport, playerFiles } from "../builders/aReport";
import { aStage } from "../builders/aStage";
import { id } from "../builders/ids";
import { daysAgo, hoursAgo, minutesAgo } from "../builders/time";
import { grandma, kitchen, library, workshop } from "./sticks";

const withPlaylists = [
  ...playerFiles,
  aFile("playlists.js", 2_310),
  aFile("rows.js", 2_405),
  aFile("shelf.js", 5_377),
];

const deployed = (component: string, version: number): Partial<Report> => ({
  state: "approved",
  progress: "deployed",
  component,
  release_id: releaseId(component, version),
  rollout_id: id(`rollout ${component} ${version}`),
});

export const player1 = aReport("report player 1", kitchen, "A music player of our own", {
  ...deployed("music-player", 1),
  features: ["Player"],
  received_at: daysAgo(18),
  changes: { added: playerFiles.map(({ path }) => path), modified: [], removed: [] },
  decision: aDecision("report player 1", { decided_at: daysAgo(18) }),
});
export const player2 = aReport("report player 2", workshop, "Sound starts without a click", {
  ...deployed("music-player", 2),
  type: "bugfix",
  parents: [releaseId("music-player", 1)],
  received_at: daysAgo(11),
  changes: { added: [], modified: ["synth.js"], removed: [] },
  decision: aDecision("report player 2", {
    strategy: "IMMEDIATE",
    priority: "high",
    reasons: ["A bug fix goes to all sticks at once."],
    policy_row: 5,
    decided_at: daysAgo(11),
  }),
});
export const player3 = aReport(
  "report player 3",
  grandma,
  "Playlists that can be ordered and kept",
  {
    ...deployed("music-player", 3),
    progress: "rolling_out",
    features: ["Playlist"],
    parents: [releaseId("music-player", 2)],
    files: withPlaylists,
    received_at: daysAgo(4),
    changes: {
      added: ["playlists.js", "rows.js", "shelf.js"],
      modified: ["component.json", "index.html", "style.css", "view.js"],
      removed: [],
    },
    decision: aDecision("report player 3", { decided_at: daysAgo(4) }),
  },
);
export const player4 = aReport(
  "report player 4",
  library,
  "A track for waiting, and a bigger cache",
  {
    ...deployed("music-player", 4),
    progress: "halted",
    parents: [releaseId("music-player", 2)],
    files: withPlaylists,
    received_at: daysAgo(2),
    changes: { added: [], modified: ["component.json", "tracks.json"], removed: [] },
    decision: aDecision("report player 4", {
      strategy: "TEST_FIRST",
      reasons: ["A performance upgrade is tried by the test sticks first."],
      policy_row: 3,
      decided_at: daysAgo(2),
    }),
  },
);
export const frame1 = aReport("report frame 1", workshop, "Photo frame", {
  ...deployed("photo-frame", 1),
  received_at: daysAgo(15),
  decision: aDecision("report frame 1", { component: "photo-frame", decided_at: daysAgo(15) }),
});
export const frame2 = aReport("report frame 2", library, "Pictures load three times faster", {
  ...deployed("photo-frame", 2),
  type: "performance",
  claims: [{ metric: "startup_ms", factor: 3 }],
  parents: [releaseId("photo-frame", 1)],
  received_at: daysAgo(8),
  decision: aDecision("report frame 2", {
    component: "photo-frame",
    strategy: "TEST_FIRST",
    reasons: ["A performance upgrade is tried by the test sticks first."],
    decided_at: daysAgo(8),
  }),
});
export const recipes1 = aReport("report recipes 1", kitchen, "Family recipes", {
  ...deployed("recipe-book", 1),
  received_at: daysAgo(14),
  decision: aDecision("report recipes 1", { component: "recipe-book", decided_at: daysAgo(14) }),
});
export const recipes2 = aReport("report recipes 2", grandma, "Larger type for tired eyes", {
  ...deployed("recipe-book", 2),
  type: "ux",
  parents: [releaseId("recipe-book", 1)],
  received_at: daysAgo(6),
  decision: aDecision("report recipes 2", {
    component: "recipe-book",
    strategy: "OPTIONAL",
    reasons: ["A change of look and feel is offered; each owner chooses."],
    decided_at: daysAgo(6),
  }),
});
const recipes3 = aReport("report recipes 3", kitchen, "Shopping list from the chosen recipes", {
  component: "recipe-book",
  state: "needs_human",
  progress: "needs_human",
  features: ["Shopping list"],
  parents: [releaseId("recipe-book", 2)],
  received_at: hoursAgo(3),
  changes: { added: ["shopping.js"], modified: ["index.html", "recipes.js"], removed: ["old.css"] },
  decision: aDecision("report recipes 3", {
    component: "recipe-book",
    verdict: "needs_human",
    strategy: null,
    reasons: [
      "It changes a file that another pending report changes, too: index.html.",
      "No row of the policy fits; a person decides.",
    ],
    policy_row: null,
    impact: {
      level: "high",
      score: 71,
      factors: [
        { name: "reach", points: 31, why: "Every stick that runs the recipe book would get it" },
        { name: "conflict", points: 25, why: "index.html is changed by another pending report" },
        { name: "new feature", points: 15, why: "The report names 1 new feature: Shopping list" },
      ],
    },
    stages: [
      aStage("intake", "passed", "7 files, 22 kB; manifest and content are equal."),
      aStage("signature", "passed", "Signed by the key of this stick."),
      aStage("health", "passed", "index.html and recipes.json are sound."),
      aStage("conflict", "doubtful", "index.html: changed by another report since release 2."),
    ],
    decided_at: hoursAgo(3),
  }),
});

export function demoReports(): Report[] {
  return [
    aReport("report player 5", workshop, "Crossfade between tracks", {
      features: ["Crossfade"],
      parents: [releaseId("music-player", 3)],
      received_at: minutesAgo(4),
      progress: "evaluating",
      files: withPlaylists,
    }),
    recipes3,
    aReport("report frame 3", kitchen, "Refuses pictures that carry scripts", {
      component: "photo-frame",
      type: "security",
      state: "rejected",
      progress: "rejected",
      parents: [releaseId("photo-frame", 2)],
      received_at: hoursAgo(20),
      decision: aDecision("report frame 3", {
        component: "photo-frame",
        verdict: "reject",
        strategy: null,
        reasons: ["frame.html names gallery.js, which is not among its files."],
        stages: [
          aStage("intake", "passed", "6 files, 18 kB; manifest and content are equal."),
          aStage("health", "refused", "frame.html: gallery.js does not exist."),
        ],
        decided_at: hoursAgo(20),
      }),
    }),
    player4,
    player3,
    recipes2,
    frame2,
    player2,
    recipes1,
    frame1,
    player1,
  ];
}
