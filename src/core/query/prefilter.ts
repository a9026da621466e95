import { parsePath } from '../field/path-pattern';
import { roleNames } from '../field/field';
import { pathText } from '../row/json';
import type { Profile } from '../profile/profile';
import { anyOf, needlesFor } from './needle';
import type { AnyNeedle, Needle } from './needle';
import { inRange, mayBeInNumber } from './number-text';
import type { Query, QueryNode, TextNode } from './query';
import { literalsOf } from './regex-literals';

/** What can be said of the rows that fit without reading them. */
export interface Prefilter {
  /** Every row that fits has at least one of these; null when nothing is sure. */
  needles: Needle[] | null;
  /** Rows outside do not fit. 0-based, both included. */
  from: number;
  to: number;
}

/** More needles at once cost more than they save. */
const MOST_NEEDLES = 6;
/** A key stands in nearly every row: taken only where there is nothing better. */
const WORTH_OF_KEY = 0.1;

export function prefilterOf({ node, matchCase }: Query, profile: Profile): Prefilter {
  if (!node) return { needles: null, from: 0, to: Infinity };
  const clause = new NeedleFinder(!matchCase, profile).of(node);
  return {
    needles: clause && clause.needles.length <= MOST_NEEDLES ? clause.needles : null,
    ...boundsOf(node),
  };
}

class NeedleFinder {
  private readonly ignoreCase: boolean;
  private readonly profile: Profile;

  constructor(ignoreCase: boolean, profile: Profile) {
    this.ignoreCase = ignoreCase;
    this.profile = profile;
  }

  of(node: QueryNode): AnyNeedle | null {
    switch (node.kind) {
      case 'all':
        return best(node.parts.map((part) => this.of(part)));
      case 'any': {
        const clauses = node.parts.map((part) => this.of(part));
        return clauses.every((clause) => clause !== null) ? anyOf(clauses) : null;
      }
      case 'text':
        return node.field === null ? this.anywhere(node.want) : this.inField(node.want, node.field);
      case 'measure':
        return inRange(0, node.range) ? null : this.keyOf(node.field);
      default:
        return null;
    }
  }

  private anywhere(want: TextNode['want']): AnyNeedle | null {
    if (want.kind === 'has' || want.kind === 'is') return needlesFor(want.text, this.ignoreCase);
    if (want.kind !== 'matches') return null;
    const ignoreCase = want.flags.includes('i');
    return best(literalsOf(want.source, want.flags).map((literal) => needlesFor(literal, ignoreCase)));
  }

  /** Numbers can be written in many ways, and who wrote a trace need not stand in the row. */
  private inField(want: TextNode['want'], field: string): AnyNeedle | null {
    if (want.kind === 'none') return null;
    if (field === 'trace') return null;
    const key = this.keyOf(field);
    if (want.kind === 'matches') {
      const ignoreCase = want.flags.includes('i');
      const literals = literalsOf(want.source, want.flags).filter((literal) => !mayBeInNumber(literal));
      return best([...literals.map((literal) => needlesFor(literal, ignoreCase)), key]);
    }
    if ((want.kind === 'has' || want.kind === 'is') && !mayBeInNumber(want.text))
      return best([needlesFor(want.text, this.ignoreCase), key]);
    return key;
  }

  /** The last key on a path's way stands in the row. */
  private keyOf(field: string): AnyNeedle | null {
    if (roleNames.includes(field)) return null;
    const own = field === 'id' && this.profile.idField ? pathText(this.profile.idField) : field;
    const key = parsePath(own)?.findLast((part) => typeof part === 'string');
    const clause = typeof key === 'string' ? needlesFor(key, false) : null;
    return clause && { ...clause, worth: WORTH_OF_KEY };
  }
}

function best(clauses: (AnyNeedle | null)[]): AnyNeedle | null {
  const known = clauses.filter((clause) => clause !== null && clause.needles.length <= MOST_NEEDLES);
  return known.toSorted((a, b) => (b?.worth ?? 0) - (a?.worth ?? 0))[0] ?? null;
}

function boundsOf(node: QueryNode): { from: number; to: number } {
  if (node.kind === 'row') return { from: Math.ceil(node.range.from) - 1, to: Math.floor(node.range.to) - 1 };
  const inner = node.kind === 'all' || node.kind === 'any' ? node.parts.map(boundsOf) : [];
  const froms = inner.map(({ from }) => from);
  const tos = inner.map(({ to }) => to);
  if (node.kind === 'all') return { from: Math.max(...froms), to: Math.min(...tos) };
  if (node.kind === 'any') return { from: Math.min(...froms), to: Math.max(...tos) };
  return { from: -Infinity, to: Infinity };
}
