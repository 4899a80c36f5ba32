const RELATIVE = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const ABSOLUTE = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium" });
const CLOCK = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

const STEPS: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** "3 minutes ago", "in 2 days"; under a minute it is "just now". `now` is in milliseconds. */
export function relativeTime(instant: string, now: number): string {
  const seconds = (Date.parse(instant) - now) / 1000;
  const step = STEPS.find(([, size]) => Math.abs(seconds) >= size);
  if (!step) return "just now";
  return RELATIVE.format(Math.trunc(seconds / step[1]), step[0]);
}

/** "23 Nov 2026, 14:03:07", in the reader's time zone. */
export function absoluteTime(instant: string): string {
  return ABSOLUTE.format(new Date(instant));
}

/** "14:03". */
export function clockTime(milliseconds: number): string {
  return CLOCK.format(new Date(milliseconds));
}

const DURATIONS: [name: string, seconds: number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** "1 day", "36 hours", "90 seconds": the largest unit that divides the time exactly. */
export function duration(seconds: number): string {
  const [name, size] = DURATIONS.find(([, step]) => seconds > 0 && seconds % step === 0) ?? [
    "second",
    1,
  ];
  const count = seconds / size;
  return `${count} ${name}${count === 1 ? "" : "s"}`;
}
