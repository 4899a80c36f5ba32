/** A string, something empty, a mark, or a number or word. */
const TOKEN = /"(?:[^"\\]|\\.)*"|\{\s*\}|\[\s*\]|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Lays JSON out in lines and changes nothing else: parsing it would turn 1.0 into 1. */
export function indent(json: string): string {
  let depth = 0;
  const line = (deeper: number) => {
    depth += deeper;
    return `\n${"  ".repeat(depth)}`;
  };
  const layOut = (token: string) => {
    switch (token) {
      case "{":
      case "[":
        return token + line(1);
      case "}":
      case "]":
        return line(-1) + token;
      case ",":
        return token + line(0);
      case ":":
        return ": ";
      default:
        return token;
    }
  };
  return (json.match(TOKEN) ?? []).map(layOut).join("");
}
