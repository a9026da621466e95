import type { ConceptReport, CountedEntry } from './concept-report';

/** A place in the tree of a library: a group that only has a name, or an entry; either may have more below it. */
export interface ConceptNode {
  /** Lasting: the way to it. */
  id: string;
  title: string;
  entry: CountedEntry | null;
  children: ConceptNode[];
  /** Entries here and below it, and those of them that are used. */
  total: number;
  used: number;
  /** Finds the rows of the entry, or of all entries of a group; empty where nothing is used. */
  query: string;
}

const KINDS: Record<CountedEntry['kind'], string> = {
  concept: 'Concepts',
  misconception: 'Misconceptions',
  hint: 'Hints',
  problem: 'Problems',
};
/** A query of more entries would be longer than a query may be. */
const MOST_IN_QUERY = 60;

/** The tree of a library: by kind where there are several, then by path, then by parent. `filter`: only entries that have these words. */
export function conceptTree({ entries }: ConceptReport, filter = ''): ConceptNode[] {
  const kept = keptEntries(entries, filter);
  const kinds = (Object.keys(KINDS) as CountedEntry['kind'][]).filter((kind) =>
    kept.some((entry) => entry.kind === kind),
  );
  const trees = kinds.map((kind) => {
    const nodes = nodesOf(kept.filter((entry) => entry.kind === kind));
    return { id: kind, title: KINDS[kind], entry: null, children: nodes, total: 0, used: 0, query: '' };
  });
  for (const tree of trees) sumUp(tree);
  const [only] = trees;
  return trees.length === 1 && only ? only.children : trees;
}

/** Those that have every word, and what they are cases of. */
function keptEntries(entries: readonly CountedEntry[], filter: string): CountedEntry[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...entries];
  const kept = new Set(entries.filter((entry) => words.every((word) => wordsOf(entry).includes(word))));
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  for (const entry of kept) {
    const parent = entry.parent === null ? undefined : byId.get(entry.parent);
    if (parent) kept.add(parent); // a set visits what is added to it
  }
  return entries.filter((entry) => kept.has(entry));
}

function wordsOf({ id, title, text, path }: CountedEntry): string {
  return [id, title, text, ...path].join('\n').toLowerCase();
}

function nodesOf(entries: CountedEntry[]): ConceptNode[] {
  const roots: ConceptNode[] = [];
  const groups = new Map<string, ConceptNode>();
  const nodes = new Map(entries.map((entry) => [entry.id, nodeOf(entry)]));
  for (const entry of entries) {
    const node = nodes.get(entry.id);
    if (node) groups.set(JSON.stringify([...entry.path, entry.title]), node); // a branch may be an entry itself
  }
  for (const entry of entries) {
    const node = nodes.get(entry.id);
    if (!node) continue;
    const parent = isInCircle(entry, nodes) ? undefined : nodes.get(entry.parent ?? '');
    siblingsAt(roots, groups, parent ? [] : entry.path, parent).push(node);
  }
  return roots;
}

/** The list in which an entry belongs: below its parent, else at the end of its path, which is made where it is missing. */
function siblingsAt(
  roots: ConceptNode[],
  groups: Map<string, ConceptNode>,
  path: string[],
  parent: ConceptNode | undefined,
): ConceptNode[] {
  if (parent) return parent.children;
  if (path.length === 0) return roots;
  const key = JSON.stringify(path);
  let group = groups.get(key);
  if (!group) {
    group = {
      id: `group ${key}`,
      title: path.at(-1) ?? '',
      entry: null,
      children: [],
      total: 0,
      used: 0,
      query: '',
    };
    groups.set(key, group);
    siblingsAt(roots, groups, path.slice(0, -1), undefined).push(group);
  }
  return group.children;
}

/** Whether the way up from an entry leads back to it. */
function isInCircle(entry: CountedEntry, nodes: ReadonlyMap<string, ConceptNode>): boolean {
  const seen = new Set<string>();
  for (
    let at: CountedEntry | null = entry;
    at && at.parent !== null;
    at = nodes.get(at.parent)?.entry ?? null
  ) {
    if (seen.has(at.id)) return true;
    seen.add(at.id);
  }
  return false;
}

function nodeOf(entry: CountedEntry): ConceptNode {
  const { id, title, query } = entry;
  return { id: `entry ${id}`, title, entry, children: [], total: 0, used: 0, query };
}

/** Rows that use an entry, be it by their own fields or by a tag. */
export function rowsWith({ cells }: CountedEntry): number {
  return cells.reduce((sum, { rows }) => sum + rows, 0);
}

/** Groups stand for all that is below them. Returns the entries here and below. */
function sumUp(node: ConceptNode): CountedEntry[] {
  const here = [...(node.entry ? [node.entry] : []), ...node.children.flatMap(sumUp)];
  const used = here.filter(({ query }) => query !== '');
  node.total = here.length;
  node.used = used.length;
  if (node.entry) return here;
  node.query = used.length <= MOST_IN_QUERY ? used.map(({ query }) => query).join(' or ') : '';
  return here;
}
