import type { CSSVariablesResolver } from "@mantine/core";

/** Mantine's own variables where the paper theme differs. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-body": "#f7f4ed",
    "--mantine-color-placeholder": "var(--mantine-color-gray-6)",
    "--mantine-color-default": "#fffdf9",
    "--mantine-color-default-border": "var(--mantine-color-gray-3)",
    "--mantine-color-default-hover": "var(--mantine-color-gray-1)",
  },
  dark: {
    "--mantine-color-body": "var(--mantine-color-dark-7)",
    "--mantine-color-placeholder": "var(--mantine-color-dark-2)",
    "--mantine-color-spruce-light": "#1d3a31",
    "--mantine-color-spruce-light-hover": "#234539",
    "--mantine-color-spruce-light-color": "#b3d7c9",
    "--mantine-color-clay-light": "#3d1f18",
    "--mantine-color-clay-light-color": "#f3b9ad",
    "--mantine-color-clay-outline": "#d67160",
    "--mantine-color-default": "#232d2a",
    "--mantine-color-default-border": "var(--mantine-color-dark-4)",
    "--mantine-color-default-hover": "var(--mantine-color-dark-5)",
  },
});
