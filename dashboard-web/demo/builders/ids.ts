/** The same name always gives the same UUID-shaped id. */
export function id(name: string): string {
  const hex = digest(name);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** 64 hex digits that look like a SHA-256 and are always the same for a name; not a real digest. */
export function digest(name: string): string {
  let state = 0x811c9dc5;
  let hex = "";
  for (let round = 0; hex.length < 64; round += 1) {
    for (const letter of `${round}${name}`) {
      state = Math.imul(state ^ letter.charCodeAt(0), 0x01000193) >>> 0;
    }
    hex += state.toString(16).padStart(8, "0");
  }
  return hex;
}
