import {
  Badge,
  Button,
  createTheme,
  Drawer,
  type MantineColorsTuple,
  Modal,
  Tooltip,
} from "@mantine/core";

const spruce: MantineColorsTuple = [
  "#ecf6f2",
  "#d9ebe4",
  "#b3d7c9",
  "#8ac3ad",
  "#67b193",
  "#459779",
  "#2f7f66",
  "#1f6a54",
  "#175745",
  "#0f4335",
];
const clay: MantineColorsTuple = [
  "#fbefec",
  "#f6dcd6",
  "#ecb8ac",
  "#e19180",
  "#d67160",
  "#c65846",
  "#b04634",
  "#963a2b",
  "#7c2f23",
  "#5f231a",
];
const gray: MantineColorsTuple = [
  "#faf8f3",
  "#f3f0e8",
  "#e8e3d8",
  "#d8d2c4",
  "#bdb6a7",
  "#8b8578",
  "#625e54",
  "#4d4a43",
  "#363530",
  "#22302d",
];
const dark: MantineColorsTuple = [
  "#e6ebe8",
  "#c8d1cd",
  "#a0aca7",
  "#74817c",
  "#3a4643",
  "#2c3734",
  "#1d2523",
  "#141a19",
  "#0f1413",
  "#0a0e0d",
];

// A dialog's head is no second banner of the page.
const notABanner = { header: { role: "presentation" } };

/** Paper and spruce by day, moss on slate by night. */
export const theme = createTheme({
  primaryColor: "spruce",
  primaryShade: { light: 7, dark: 6 },
  colors: { spruce, clay, gray, dark },
  black: "#22302d",
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  fontFamily: 'Inter, "Segoe UI", system-ui, -apple-system, "Noto Sans", sans-serif',
  fontFamilyMonospace: '"JetBrains Mono", ui-monospace, "SF Mono", Menlo, Consolas, monospace',
  headings: { fontWeight: "650" },
  components: {
    Button: Button.extend({ defaultProps: { fw: 600 } }),
    Badge: Badge.extend({ defaultProps: { tt: "none" } }),
    Drawer: Drawer.extend({
      defaultProps: { styles: { title: { fontWeight: 650 } }, attributes: notABanner },
    }),
    Modal: Modal.extend({
      defaultProps: {
        radius: "lg",
        styles: { title: { fontWeight: 650 } },
        closeButtonProps: { "aria-label": "Close" },
        attributes: notABanner,
      },
    }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, withArrow: true } }),
  },
});
