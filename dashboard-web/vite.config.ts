import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Built into the jar that the Main System serves; `npm run dev` borrows a running Main System's API. */
export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": folder("./src") } },
  build: {
    outDir: "target/classes/META-INF/resources",
    emptyOutDir: true,
    // The content security policy allows scripts and images of this origin only: nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // light-dark() stays as written: the colour scheme is chosen on the page, not by the system alone.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
  },
  server: {
    proxy: { "/api": process.env.METALAYER_URL ?? "http://127.0.0.1:8080" },
  },
});
