import type { Query, QueryFault, QueryNode, StateNode } from './query';

/** The names of the fields that a query asks for, each once. */
export function fieldsOf({ node }: Query): string[] {
  return [
    ...new Set(nodesIn(node).flatMap((part) => ('field' in part && part.field !== null ? [part.field] : []))),
  ];
}

/** Faults for fields that a dataset does not have: `f:A` in a query for a text finds nothing. */
export function unknownFields({ node }: Query, isKnown: (field: string) => boolean): QueryFault[] {
  return nodesIn(node).flatMap((part) => {
    if (!('field' in part) || part.field === null || isKnown(part.field)) return [];
    const message = `No row has the field ${part.field}. To search for the text, put it in quotes.`;
    return [{ start: part.start, end: part.end, message }];
  });
}

/** Faults for queues that the team does not have. */
export function unknownQueues({ node }: Query, known: readonly string[]): QueryFault[] {
  return nodesIn(node).flatMap((part) => {
    if (part.kind !== 'queue' || known.includes(part.name)) return [];
    const message = `scholium.json has no queue “${part.name}” of this file${known.length > 0 ? `: there are ${known.join(', ')}` : ''}.`;
    return [{ start: part.start, end: part.end, message }];
  });
}

/** Which facts a query asks for: whoever runs it need not gather others. */
export function factsAskedBy({ node }: Query): {
  decisions: boolean;
  findings: boolean;
  queues: boolean;
  /** What checks found and nobody judged. */
  unjudged: boolean;
} {
  const nodes = nodesIn(node);
  const states = nodes.filter((part): part is StateNode => part.kind === 'state');
  return {
    decisions: states.length > 0,
    unjudged: states.some(
      ({ what, value }) => (what === 'contaminated' || what === 'duplicate') && value === 'unjudged',
    ),
    findings: nodes.some(({ kind }) => kind === 'finding'),
    queues: nodes.some(({ kind }) => kind === 'queue'),
  };
}

/** The team's queue that a query goes through one's own share of; null where there is none, or several. */
export function ownQueueIn({ node }: Query): string | null {
  const parts = node?.kind === 'all' ? node.parts : node ? [node] : [];
  const own = parts.flatMap((part) => (part.kind === 'queue' && part.by === null ? [part.name] : []));
  return own.length === 1 ? (own[0] ?? null) : null;
}

function nodesIn(node: QueryNode | null): QueryNode[] {
  if (!node) return [];
  if (node.kind === 'not') return [node, ...nodesIn(node.part)];
  if (node.kind === 'all' || node.kind === 'any') return [node, ...node.parts.flatMap(nodesIn)];
  return [node];
}
