import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { counted } from '../../src/core/counted';
import type { ConceptSession, ConceptState } from './concept-session';
import { boundsOf } from './graph-layout';
import type { Graph, GraphNode } from './graph-layout';
import { labelsWithRoom } from './label-room';
import { useGraphView } from './use-graph-view';

const LABEL_PX = 12;
const LONGEST_LABEL = 28;

interface ConceptGraphProps {
  state: ConceptState;
  session: ConceptSession;
}

/** Which concepts stand in rows together: a picture that can be dragged, enlarged and clicked. The list beside it is its equal. */
export function ConceptGraph({ state, session }: ConceptGraphProps) {
  const box = useRef<HTMLDivElement>(null);
  const { graph, chosen } = state;
  const view = useGraphView(
    box,
    state,
    session,
    useMemo(() => boundsOf(graph.nodes), [graph]),
  );
  const [over, setOver] = useState<number | null>(null);
  const near = useMemo(() => neighbours(graph, chosen), [graph, chosen]);
  const labelled = useMemo(
    () => labelsOf(graph, view.scale, new Set([chosen, over].filter((each) => each !== null))),
    [graph, view.scale, chosen, over],
  );
  const { x, y, width, height } = view.box;
  const dim = (node: GraphNode) => near.size > 1 && !near.has(node.place);
  return (
    <div class="concept-graph" ref={box} {...view.pointer}>
      <svg viewBox={`${x} ${y} ${width} ${height}`} role="img" aria-label={describe(graph)}>
        {graph.links.map(({ source, target, rows }) => (
          <line
            key={`${source.place} ${target.place}`}
            class={
              source.place === chosen || target.place === chosen
                ? 'on'
                : dim(source) || dim(target)
                  ? 'dim'
                  : ''
            }
            x1={source.x}
            y1={source.y}
            x2={target.x}
            y2={target.y}
            stroke-width={Math.min(6, Math.sqrt(rows)) / Math.sqrt(view.scale)}
          />
        ))}
        {graph.nodes.map((node) => (
          <circle
            key={node.place}
            class={`${node.entry.kind} ${node.place === chosen ? 'cur' : ''} ${dim(node) ? 'dim' : ''}`}
            cx={node.x}
            cy={node.y}
            r={node.radius}
            onClick={() => session.choose(node.place)}
            onDblClick={() => void session.find(node.entry.query)}
            onPointerEnter={() => setOver(node.place)}
            onPointerLeave={() => setOver(null)}
          >
            <title>{`${node.entry.title}: ${counted(node.rows, 'row')}`}</title>
          </circle>
        ))}
        {graph.nodes
          .filter(({ place }) => labelled.has(place))
          .map((node) => (
            <text
              key={node.place}
              class={`${node.place === chosen ? 'cur' : ''} ${dim(node) && node.place !== over ? 'dim' : ''}`}
              x={node.x}
              y={node.y + node.radius + (LABEL_PX + 1) / view.scale}
              font-size={LABEL_PX / view.scale}
              stroke-width={3 / view.scale}
            >
              {shortened(node.entry.title)}
            </text>
          ))}
      </svg>
      <FollowChosen node={graph.nodes.find(({ place }) => place === chosen)} show={view.show} />
    </div>
  );
}

/** The concept in hand is never out of sight. */
function FollowChosen({ node, show }: { node: GraphNode | undefined; show: (x: number, y: number) => void }) {
  useEffect(() => {
    if (node) show(node.x, node.y);
  }, [node]);
  return null;
}

function neighbours({ links }: Graph, chosen: number | null): Set<number> {
  const near = new Set<number>(chosen === null ? [] : [chosen]);
  for (const { source, target } of links) {
    if (source.place === chosen) near.add(target.place);
    if (target.place === chosen) near.add(source.place);
  }
  return near;
}

function labelsOf({ nodes }: Graph, scale: number, always: ReadonlySet<number>): Set<number> {
  const labels = nodes.map((node) => ({
    id: node.place,
    x: node.x * scale,
    y: (node.y + node.radius) * scale + 2,
    width: shortened(node.entry.title).length * LABEL_PX * 0.56 + 6,
    height: LABEL_PX + 4,
  }));
  return labelsWithRoom(labels, always);
}

function shortened(title: string): string {
  return title.length <= LONGEST_LABEL ? title : `${title.slice(0, LONGEST_LABEL - 1)}…`;
}

function describe({ nodes, links }: Graph): string {
  return `${nodes.length} concepts and ${links.length} pairs that stand in rows together. The list has the same.`;
}
