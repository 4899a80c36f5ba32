import { fileURLToPath } from "node:url";
import { defineConfig, mergeConfig } from "vitest/config";
import vite from "./vite.config.ts";

export default mergeConfig(
  vite,
  defineConfig({
    resolve: { alias: { "@demo": fileURLToPath(new URL("./demo", import.meta.url)) } },
    test: {
      environment: "jsdom",
      setupFiles: ["./demo/testing/setup.ts"],
      include: ["src/**/*.test.{ts,tsx}", "demo/**/*.test.ts"],
      restoreMocks: true,
      testTimeout: 300_000,
      hookTimeout: 300_000,
      // A failed query names what it sought; the whole page would drown that.
      env: { DEBUG_PRINT_LIMIT: "0" },
      css: false,
    },
  }),
);
