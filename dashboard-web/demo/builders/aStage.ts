import type { Decision } from "@/api/types";
import { digest } from "./ids";

type Stage = Decision["stages"][number];

/** What a stage found, with a signed statement. */
export const aStage = (stage: string, finding: string, detail: string): Stage => ({
  stage,
  finding,
  passed: finding === "passed",
  detail,
  statement: digest(`${stage} ${detail}`),
});
