import type { Query, QueryNode, Range, StateNode, Wanted } from './query';

/** The query as a line that reads back as the same query: for saved filters, and for building one from parts. */
export function printQuery({ node, matchCase, wholeWord }: Query): string {
  return [
    ...(node ? [printNode(node, 'any')] : []),
    ...(matchCase ? ['case:on'] : []),
    ...(wholeWord ? ['word:on'] : []),
  ].join(' ');
}

/** `within`: what surrounds the node, which tells whether it needs parentheses. */
function printNode(node: QueryNode, within: 'any' | 'all' | 'not'): string {
  switch (node.kind) {
    case 'any': {
      const line = node.parts.map((part) => printNode(part, 'all')).join(' or ');
      return within === 'any' ? line : `(${line})`;
    }
    case 'all': {
      const line = node.parts.map((part) => printNode(part, 'all')).join(' ');
      return within === 'not' ? `(${line})` : line;
    }
    case 'not':
      return `not ${printNode(node.part, 'not')}`;
    case 'text':
      return node.field === null ? printWanted(node.want) : `${node.field}:${printWanted(node.want, true)}`;
    case 'measure':
      return `${node.measure}(${node.field}):${printRange(node.range)}`;
    case 'row':
      return `row:${printRange(node.range)}`;
    case 'finding':
      return `finding:${printText(node.rule)}`;
    case 'queue':
      return `queue${node.by === null ? '' : `(${node.by})`}:${printText(node.name)}`;
    case 'state':
      return printState(node);
  }
}

/** What is asked of everybody where nobody is named. */
const BY_ANYBODY: ReadonlySet<StateNode['what']> = new Set([
  ...(['flag', 'judged', 'review', 'curated', 'contaminated', 'duplicate'] as const),
]);

function printState({ what, value, by }: StateNode): string {
  if (what === 'decision') return `annotator:${value === 'none' ? value : printText(by ?? '')}`;
  const usual = BY_ANYBODY.has(what) ? 'any' : null;
  const wanted = what === 'tag' ? printText(value) : value;
  return by === usual ? `${what}:${wanted}` : `${what}(${by ?? ''}):${wanted}`;
}

function printWanted(want: Wanted, inField = false): string {
  switch (want.kind) {
    case 'has':
      return inField && isSpecial(want.text) ? quoted(want.text) : printText(want.text);
    case 'is':
      return `=${printText(want.text)}`;
    case 'matches':
      return `/${want.source}/${want.flags}`;
    case 'range':
      return want.range.from === want.range.to
        ? `${want.range.from}..${want.range.to}`
        : printRange(want.range);
    case 'none':
    case 'any':
      return want.kind;
  }
}

function printRange({ from, to, beyond }: Range): string {
  if (from === to) return String(from);
  if (beyond) return to === Infinity ? `>${from}` : `<${to}`;
  return `${from === -Infinity ? '' : from}..${to === Infinity ? '' : to}`;
}

/** A text as one word where it can be one, else in quotes. */
export function printText(text: string): string {
  return /^[^\s"()/:=<>-][^\s"():]*$/.test(text) && !/^(or|and|not)$/i.test(text) ? text : quoted(text);
}

function isSpecial(text: string): boolean {
  return text === 'none' || text === 'any' || text.includes('..');
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
