import { fileURLToPath } from "node:url";
import { defineConfig, mergeConfig } from "vite";
import dashboard from "../vite.config.ts";
import { demoServer } from "./plugin.ts";

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The dashboard with a stand-in for the server; never part of a build. */
export default mergeConfig(
  dashboard,
  defineConfig({
    root: folder(".."),
    resolve: { alias: { "@demo": folder(".") } },
    plugins: [demoServer()],
  }),
);
