import { api } from "@/api/client";
import { type ServerEvent, SseReader } from "./sse";

interface Ears {
  onByte: () => void;
  onEvent: (event: ServerEvent) => void;
}

/** Listens until the stream ends, fails or is aborted. */
export async function listen(signal: AbortSignal, { onByte, onEvent }: Ears): Promise<void> {
  const response = await api.stream("/events", signal);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) return;
  const parser = new SseReader();
  onByte();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    onByte();
    for (const event of parser.push(value)) onEvent(event);
  }
}
