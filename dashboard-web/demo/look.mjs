// Takes a picture of every screen of the demo (phone and desk, light and dark) into target/look, and runs axe on each.
// Needs a Chromium: CHROMIUM=/path/to/chromium node demo/look.mjs [name of a screen]
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import axe from "axe-core";
import { chromium } from "playwright-core";
import { preview } from "vite";

const require = createRequire(import.meta.url);
const out = "target/look";
const id = {
  stick: "usb_001",
  upgrade: "Shopping list",
  player: "Playlists that can",
  rollout: "music-player release 3",
  halted: "music-player release 4",
};

const open = (list, role, name) => async (page) => {
  await page.goto(page.base + list);
  await page.getByRole(role, { name }).first().click();
};

/** The world lasts from picture to picture, and a name is given once. */
let added = 0;

const screens = {
  home: (page) => page.goto(page.base),
  sticks: (page) => page.goto(`${page.base}sticks`),
  stick: open(`sticks?q=${id.stick}`, "link", "Kitchen stick"),
  copied: open("sticks?q=usb_010", "link", "Copied stick"),
  codes: async (page) => {
    await page.goto(`${page.base}sticks`);
    await page.getByRole("button", { name: "Enrolment codes" }).click();
    await page.getByLabel("Note").fill("Reading room");
    await page.getByRole("button", { name: "Create code" }).click();
    await page.getByText("Copy the code now").waitFor();
  },
  people: (page) => page.goto(`${page.base}people`),
  trust: (page) => page.goto(`${page.base}trust`),
  person: async (page) => {
    await page.goto(`${page.base}people`);
    await page.getByRole("button", { name: "Add a person" }).click();
    await page.getByLabel("User name").fill(`carol-${++added}`);
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByText("Copy the password now").waitFor();
  },
  role: async (page) => {
    await page.goto(`${page.base}people`);
    await page.getByRole("button", { name: "Change bob" }).click();
    await page.getByRole("menuitem", { name: "Change role" }).click();
    await page.getByText("decides who else gets in").waitFor();
  },
  password: async (page) => {
    await page.goto(page.base);
    await page.getByRole("button", { name: "Logged in as admin" }).click();
    await page.getByRole("menuitem", { name: "Change password" }).click();
    await page.getByLabel("New password", { exact: true }).first().fill("too short");
    await page.getByLabel("Present password", { exact: true }).first().fill("demo");
    await page.getByRole("button", { name: "Change password" }).click();
    await page.getByRole("alert").waitFor();
  },
  upgrades: (page) => page.goto(`${page.base}upgrades`),
  decide: open("upgrades?show=needs-you", "link", id.upgrade),
  upgrade: open("upgrades?show=testing", "link", id.player),
  components: (page) => page.goto(`${page.base}components`),
  component: (page) => page.goto(`${page.base}components/music-player`),
  lineage: (page) => page.goto(`${page.base}components/music-player?as=table`),
  rollouts: (page) => page.goto(`${page.base}rollouts`),
  rollout: open("rollouts", "link", id.rollout),
  halted: open("rollouts", "link", id.halted),
  policy: (page) => page.goto(`${page.base}policy`),
  proposal: async (page) => {
    await page.goto(`${page.base}policy/2`);
    await page.getByRole("button", { name: "Try it" }).click();
    await page.getByText("would have ended otherwise").waitFor();
  },
  policyEdit: async (page) => {
    await page.goto(`${page.base}policy/2/edit`);
    await page.getByLabel("Only where").first().fill("raech < 10");
    await page.getByText("undeclared reference").waitFor();
  },
  raw: async (page) => {
    await page.goto(page.base);
    await page.getByRole("button", { name: "Raw data of Fleet by release" }).click();
    await page.getByText("fleet_by_release").waitFor();
  },
  palette: async (page) => {
    await page.goto(page.base);
    await page.getByRole("heading", { name: "Home" }).waitFor();
    await page.keyboard.press("Control+k");
    await page.getByPlaceholder("A screen, a stick").fill("kit");
  },
  problem: (page) => page.goto(`${page.base}sticks/none`),
  lost: (page) => page.goto(`${page.base}nowhere`),
  login: async (page) => {
    await page.goto(page.base);
    await page.getByLabel("User name").fill("admin");
    await page.getByLabel("Password").first().fill("wrong");
    await page.getByRole("button", { name: "Log in" }).click();
    await page.getByRole("alert").waitFor();
  },
};

/** Lie over the window, so only the window is pictured. */
const overlays = ["codes", "person", "role", "password", "raw", "palette"];

async function look(browser, base, name, width, colorScheme) {
  const height = width < 500 ? 812 : 900;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    reducedMotion: "reduce",
    bypassCSP: true,
  });
  if (name !== "login") {
    await context.addInitScript(() => localStorage.setItem("metalayer.logged-in", "yes"));
  }
  const page = await context.newPage();
  page.base = base;
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (line) => {
    if (line.type() === "error" && !line.text().includes("the server responded")) {
      complaints.push(line.text());
    }
  });
  await screens[name](page);
  await page.waitForTimeout(700);
  await page.screenshot({
    path: `${out}/${name}-${width}-${colorScheme}.png`,
    fullPage: !overlays.includes(name),
  });
  await page.addScriptTag({
    content: readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"),
  });
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) complaints.push(`${wide} px wider than the window`);
  for (const { id: rule, impact, nodes } of violations) {
    const where = nodes
      .map((node) => node.target)
      .slice(0, 3)
      .join(" | ");
    const why = (nodes[0]?.failureSummary ?? "").replaceAll(/\s+/g, " ");
    complaints.push(`axe ${impact} ${rule}: ${where}: ${why}`.slice(0, 300));
  }
  console.log(`${name} ${width} ${colorScheme}: ${complaints.length === 0 ? "fine" : ""}`);
  for (const complaint of complaints) console.log(`  ${complaint}`);
  await context.close();
  return complaints.length;
}

mkdirSync(out, { recursive: true });
const server = await preview({
  configFile: "demo/vite.config.ts",
  preview: { port: 0, host: "127.0.0.1" },
  logLevel: "error",
});
const base = server.resolvedUrls.local[0];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
let found = 0;
for (const name of Object.keys(screens).filter(
  (each) => process.argv.slice(2).length === 0 || process.argv.includes(each),
)) {
  for (const width of [375, 1440]) {
    for (const scheme of ["light", "dark"]) found += await look(browser, base, name, width, scheme);
  }
}
await browser.close();
await server.close();
console.log(`axe ${axe.version}: ${found} complaints`);
process.exit(found === 0 ? 0 : 1);
