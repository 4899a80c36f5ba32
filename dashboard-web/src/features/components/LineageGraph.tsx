import type { Release } from "@/api/types";
import { useNarrow } from "@/shared/hooks/useNarrow";
import { corner, NODE, path, size } from "./geometry";
import classes from "./LineageGraph.module.css";
import { LineageNode } from "./LineageNode";
import { layoutLineage } from "./layout";

interface Props {
  releases: Release[];
  head: string | null;
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

/** Releases as nodes, "improves" as lines. The table beside it says the same in words. */
export function LineageGraph({ releases, head, chosen, onChoose }: Props) {
  const direction = useNarrow() ? "down" : "right";
  const layout = layoutLineage(releases);
  const { width, height } = size(layout, direction);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={classes.frame} tabIndex={0} aria-label="Lineage graph">
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset */}
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={`Lineage of ${releases.length} releases`}
      >
        <g className={classes.edges} aria-hidden>
          {layout.edges.map((edge) => (
            <path
              key={`${edge.from.release.id} ${edge.to.release.id}`}
              d={path(edge, direction)}
              data-withdrawn={edge.to.release.withdrawn || undefined}
            />
          ))}
        </g>
        {layout.places.map((place) => {
          const { x, y } = corner(place, direction);
          return (
            <foreignObject
              key={place.release.id}
              x={x}
              y={y}
              width={NODE.width}
              height={NODE.height}
            >
              <LineageNode
                release={place.release}
                current={place.release.id === head}
                chosen={place.release.id === chosen}
                onChoose={onChoose}
              />
            </foreignObject>
          );
        })}
      </svg>
    </section>
  );
}
