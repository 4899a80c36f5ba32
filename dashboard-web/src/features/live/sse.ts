export interface ServerEvent {
  event: string;
  data: string;
}

/**
 * Reads a server-sent event stream from chunks of text. The browser's EventSource hides comments, and the comments are the
 * heartbeat that tells a quiet stream from a dead one; hence this small reader.
 */
export class SseReader {
  #rest = "";

  /** The events that this chunk completes; a chunk may end in the middle of a line. */
  push(chunk: string): ServerEvent[] {
    const blocks = (this.#rest + chunk).replace(/\r\n?/g, "\n").split("\n\n");
    this.#rest = blocks.pop() ?? "";
    return blocks.flatMap(parseBlock);
  }
}

function parseBlock(block: string): ServerEvent[] {
  let event = "message";
  const data: string[] = [];
  for (const line of block.split("\n")) {
    const [, field, value] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
    if (field === "event" && value) event = value;
    if (field === "data") data.push(value ?? "");
  }
  return data.length > 0 ? [{ event, data: data.join("\n") }] : [];
}
