import type { Decision, FileEntry, Report, Stick } from "@/api/types";
import { aStage } from "./aStage";
import { contributor } from "./aStick";
import { digest, id } from "./ids";
import { hoursAgo } from "./time";

export function aFile(path: string, size: number): FileEntry {
  return { path, size, mode: "0644", sha256: digest(path + size) };
}

export const playerFiles = [
  aFile("component.json", 318),
  aFile("icon.svg", 402),
  aFile("index.html", 3_214),
  aFile("player.js", 3_871),
  aFile("score.js", 2_452),
  aFile("sleeve.js", 2_733),
  aFile("style.css", 5_120),
  aFile("synth.js", 2_945),
  aFile("tracks.json", 2_604),
  aFile("view.js", 4_018),
];

export function aDecision(report: string, given: Partial<Decision> = {}): Decision {
  return {
    id: id(`decision ${report}`),
    report_id: id(report),
    component: "music-player",
    verdict: "approve",
    impact: {
      level: "medium",
      score: 42,
      factors: [
        { name: "reach", points: 18, why: "6 of 9 sticks run this component" },
        { name: "change size", points: 14, why: "4 of 12 files differ, 38% of the bytes" },
        { name: "new feature", points: 10, why: "The report names 1 new feature: Playlist" },
      ],
    },
    strategy: "STAGED",
    priority: "normal",
    reasons: ["A feature with medium impact is rolled out in stages."],
    policy_version: 1,
    policy_sha256: digest("policy 1"),
    policy_row: 2,
    stages: [
      aStage("intake", "passed", "12 files, 31 kB; manifest and content are equal."),
      aStage("signature", "passed", "Signed by the key of this stick."),
      aStage("health", "passed", "index.html, tracks.json and player.js are sound."),
      aStage("malware", "skipped", "not scanned for malware: no scanner is configured"),
      aStage("conflict", "passed", "Built on the newest release."),
    ],
    decided_by: "policy",
    decided_at: hoursAgo(2),
    ...given,
  };
}

export function aReport(
  name: string,
  stick: Stick,
  description: string,
  given: Partial<Report> = {},
): Report {
  const files = given.files ?? playerFiles;
  return {
    id: id(name),
    component: "music-player",
    type: "feature",
    description,
    features: [],
    claims: [],
    parents: [],
    contributor: contributor(stick),
    state: "pending",
    progress: "waiting",
    file_count: files.length,
    total_bytes: files.reduce((sum, { size }) => sum + size, 0),
    changes: { added: [], modified: ["index.html", "view.js"], removed: [] },
    received_at: hoursAgo(2),
    decision: null,
    release_id: null,
    rollout_id: null,
    files,
    ...given,
  };
}
