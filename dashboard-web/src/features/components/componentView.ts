export type ComponentView = { release?: string; as?: "table" };

/** Which release is looked at, and whether the lineage is shown as a table. */
export function parseComponentView(search: Record<string, unknown>): ComponentView {
  const view: ComponentView = {};
  if (typeof search.release === "string" && search.release !== "") view.release = search.release;
  if (search.as === "table") view.as = "table";
  return view;
}
