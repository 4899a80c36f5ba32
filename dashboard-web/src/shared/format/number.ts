const UNITS = ["bytes", "kB", "MB", "GB", "TB"];
const PERCENT = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });
const WHOLE = new Intl.NumberFormat("en");

/** "812 bytes", "1.4 MB": decimal units, as on the box of a stick. */
export function bytes(count: number): string {
  if (count === 1) return "1 byte";
  let value = count;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[unit]}`;
}

/** 0.125 → "12.5%". */
export function percent(ratio: number): string {
  return PERCENT.format(ratio);
}

/** "1,204". */
export function whole(number: number): string {
  return WHOLE.format(number);
}

/** "1 stick", "1,204 sticks". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${whole(number)} ${number === 1 ? one : many}`;
}
