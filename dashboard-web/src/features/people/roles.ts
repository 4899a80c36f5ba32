import type { OperatorRole } from "@/api/types";

/** The roles in words, the least first. */
export const roles: Record<OperatorRole, { word: string; meaning: string }> = {
  viewer: { word: "Viewer", meaning: "Sees everything and changes nothing." },
  operator: { word: "Operator", meaning: "Accepts sticks, decides on upgrades, steers rollouts." },
  administrator: { word: "Administrator", meaning: "All of that, and decides who else gets in." },
};
