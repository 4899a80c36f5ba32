const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const shift = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();

export const minutesAgo = (count: number) => shift(-count * MINUTE);
export const hoursAgo = (count: number) => shift(-count * HOUR);
export const daysAgo = (count: number) => shift(-count * DAY);
export const inHours = (count: number) => shift(count * HOUR);
export const inDays = (count: number) => shift(count * DAY);
