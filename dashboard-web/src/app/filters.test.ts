import { describe, expect, it } from "vitest";
import { parseComponentView } from "@/features/components/componentView";
import { parseDeploymentFilter } from "@/features/rollouts/deploymentFilter";
import { parseRolloutFilter } from "@/features/rollouts/rolloutFilter";
import { parseStickFilter } from "@/features/sticks/stickFilter";
import { parseUpgradeFilter } from "@/features/upgrades/upgradeFilter";

describe("an address gives the filter it names", () => {
  it.each([
    [parseStickFilter, { state: "pending", q: "kit" }],
    [parseUpgradeFilter, { show: "needs-you", component: "music-player" }],
    [parseRolloutFilter, { state: "halted" }],
    [parseDeploymentFilter, { ring: 2 }],
    [parseComponentView, { release: "a", as: "table" }],
  ])("%o %o", (parse, search) => {
    expect(parse(search)).toEqual(search);
  });
});

describe("an address that makes no sense gives no filter", () => {
  it.each([
    [parseStickFilter, { state: "<script>", q: "", other: 1 }],
    [parseUpgradeFilter, { show: "everything" }],
    [parseUpgradeFilter, { show: "all" }],
    [parseRolloutFilter, { state: ["running"] }],
    [parseDeploymentFilter, { ring: "-1" }],
    [parseDeploymentFilter, { ring: "x" }],
    [parseComponentView, { as: "poem", release: 7 }],
  ])("%o %o", (parse, search) => {
    expect(parse(search)).toEqual({});
  });
});

it("takes a search that looks like a number for text", () => {
  expect(parseStickFilter({ q: 14 })).toEqual({ q: "14" });
});
