/** A string, a mark, or a number or word. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Lays JSON out in lines and changes nothing else: parsing it would turn 1.0 into 1. */
export function indent(json: string): string {
  const tokens = json.match(TOKEN) ?? [];
  let depth = 0;
  let text = "";
  const line = () => `\n${"  ".repeat(depth)}`;
  tokens.forEach((token, place) => {
    const opens = token === "{" || token === "[";
    const closes = token === "}" || token === "]";
    const before = tokens[place - 1];
    const empty = closes && (before === "{" || before === "[");
    if (closes) depth--;
    if (closes && !empty) text += line();
    text += token === ":" ? ": " : token;
    if (opens) depth++;
    const next = tokens[place + 1];
    if (token === "," || (opens && next !== "}" && next !== "]")) text += line();
  });
  return text;
}
