import type { Finding } from '../check/finding';
import type { JsonPath } from '../row/json';
import type { JudgedKind } from './hit';
import { HIT_CLASSES, MATCH_CLASSES } from './match-classes';
import type { HitClass } from './match-classes';

/** What is told of a hit where findings are shown. */
export interface ToldHit {
  kind: JudgedKind;
  row: number;
  /** The benchmark or file, and the item or row of it. */
  source: string;
  item: string;
  class: HitClass;
  score: number | null;
  decision: 'remove' | 'review';
  path: JsonPath | null;
  /** It is in a group over several splits. */
  leak: boolean;
  identity: { key: string; hash: string };
}

/** The rules of such findings. */
export const HIT_RULES: Record<JudgedKind, readonly string[]> = {
  contamination: MATCH_CLASSES.map((kind) => ruleOf('contamination', kind)),
  duplicate: HIT_CLASSES.map((kind) => ruleOf('duplicate', kind)),
};

/** A hit as a finding: what checks against benchmarks and searches for duplicates found stands among what other checks find. */
export function hitFinding(hit: ToldHit): Finding {
  const { kind, row, path, source, item, score, decision, leak, identity } = hit;
  const isSure = decision === 'remove' || leak;
  return {
    row,
    path: path ?? [],
    span: null,
    check: kind,
    rule: ruleOf(kind, hit.class),
    severity: isSure ? 'warning' : 'info',
    message: messageOf(hit),
    evidence: `${source} ${item}${score === null ? '' : `, ${score.toFixed(3)}`}`,
    identity,
  };
}

function messageOf({ kind, source, item, class: how, leak }: ToldHit): string {
  if (kind === 'contamination') return `A problem of the benchmark ${source}: item ${item}, ${how}.`;
  const where = leak ? ', of a group over several splits' : '';
  return `The same problem as row ${item} of ${source}: ${how}${where}.`;
}

function ruleOf(kind: JudgedKind, how: HitClass): string {
  return `${kind}/${how.replaceAll(' ', '-')}`;
}
