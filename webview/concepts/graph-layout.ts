import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { SimulationLinkDatum, SimulationNodeDatum } from 'd3-force';
import type { ConceptReport, CountedEntry } from '../../src/core/concept/concept-report';
import { rowsWith } from '../../src/core/concept/concept-tree';

/** A concept in the picture. Lengths are in the picture's own units. */
export interface GraphNode extends SimulationNodeDatum {
  /** Its place among the report's entries. */
  place: number;
  entry: CountedEntry;
  rows: number;
  radius: number;
  x: number;
  y: number;
}

export interface GraphLink extends SimulationLinkDatum<GraphNode> {
  source: GraphNode;
  target: GraphNode;
  rows: number;
}

export interface Graph {
  nodes: GraphNode[];
  links: GraphLink[];
  /** Concepts that are used and not in the picture. */
  leftOut: number;
}

/** A picture of more could not be read. */
const MOST_NODES = 120;
/** Of each concept so many of its strongest links, so that the picture is no ball of wool. */
const LINKS_A_NODE = 6;
const TICKS = 300;
const SPACE_FOR_LABEL = 14;

/** The concepts that most rows use, and which stand in rows together, laid out. The same report gives the same picture. */
export function graphOf({ entries, together }: ConceptReport): Graph {
  const used = entries
    .map((entry, place) => ({ entry, place, rows: rowsWith(entry) }))
    .filter(({ entry, rows }) => rows > 0 && entry.kind !== 'hint')
    .toSorted((a, b) => b.rows - a.rows || a.place - b.place);
  const most = used[0]?.rows ?? 1;
  const nodes = used.slice(0, MOST_NODES).map(({ entry, place, rows }): GraphNode => ({
    entry,
    place,
    rows,
    radius: 5 + 15 * Math.sqrt(rows / most),
    x: NaN,
    y: NaN,
  }));
  const links = strongest(linksOf(nodes, together));
  layOut(nodes, links);
  return { nodes, links, leftOut: used.length - nodes.length };
}

function linksOf(nodes: GraphNode[], together: ConceptReport['together']): GraphLink[] {
  const byPlace = new Map(nodes.map((node) => [node.place, node]));
  return together.flatMap(({ one, other, rows }) => {
    const [source, target] = [byPlace.get(one), byPlace.get(other)];
    return source && target ? [{ source, target, rows }] : [];
  });
}

function strongest(links: GraphLink[]): GraphLink[] {
  const counts = new Map<GraphNode, number>();
  return links
    .toSorted((a, b) => b.rows - a.rows)
    .filter(({ source, target }) => {
      const [one, other] = [counts.get(source) ?? 0, counts.get(target) ?? 0];
      if (one >= LINKS_A_NODE && other >= LINKS_A_NODE) return false;
      counts.set(source, one + 1).set(target, other + 1);
      return true;
    });
}

/** d3's forces begin on a spiral and draw from a generator of their own, so that nothing is left to chance. */
function layOut(nodes: GraphNode[], links: GraphLink[]): void {
  for (const node of nodes) Reflect.deleteProperty(node, 'x');
  for (const node of nodes) Reflect.deleteProperty(node, 'y');
  const most = Math.max(1, ...links.map(({ rows }) => rows));
  forceSimulation(nodes)
    .force(
      'links',
      forceLink<GraphNode, GraphLink>(links)
        .distance(90)
        .strength(({ rows }) => 0.1 + (0.5 * rows) / most),
    )
    .force('apart', forceManyBody().strength(-220).distanceMax(500))
    .force(
      'room',
      forceCollide<GraphNode>(({ radius }) => radius + SPACE_FOR_LABEL),
    )
    .force('across', forceX(0).strength(0.05))
    .force('down', forceY(0).strength(0.08))
    .stop()
    .tick(TICKS);
}

/** The box around all nodes, with room for their labels. */
export function boundsOf(nodes: GraphNode[]): { x: number; y: number; width: number; height: number } {
  if (nodes.length === 0) return { x: -100, y: -100, width: 200, height: 200 };
  const [left, right] = [Math.min(...nodes.map(({ x }) => x)), Math.max(...nodes.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...nodes.map(({ y }) => y)), Math.max(...nodes.map(({ y }) => y))];
  return { x: left - 90, y: top - 40, width: right - left + 180, height: bottom - top + 90 };
}
