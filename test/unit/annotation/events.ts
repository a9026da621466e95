import type {
  ContaminationValue,
  CurationVerdict,
  FindingValue,
  LogEvent,
  SignedDecision,
  StepLabel,
  FlagTarget,
} from '../../../src/core/annotation/event';

/** The n-th id: sorts by n. */
export function idOf(n: number): string {
  return `01J0000000${String(n).padStart(16, '0')}`;
}

interface Given {
  n: number;
  by?: string;
  row?: string;
  machine?: string;
  group?: number;
}

function signature({ n, by = 'ada', row = 'id:1', machine = '00000001', group }: Given) {
  return {
    v: 1 as const,
    id: idOf(n),
    time: '2025-01-02T03:04:05.678Z',
    annotator: by,
    machine,
    row: { key: row, hash: 'h', number: 0 },
    ...(group === undefined ? {} : { group: idOf(group) }),
  };
}

export function stepTarget(step = 0, trace = 't') {
  return { kind: 'step' as const, trace, step, path: ['a'], start: 0, end: 1 };
}

export function label(given: Given & { value?: StepLabel; step?: number; trace?: string }): SignedDecision {
  const { value = 'good', step, trace } = given;
  return { ...signature(given), what: 'label', target: stepTarget(step, trace), value };
}

export function verdict(given: Given & { trace?: string }): SignedDecision {
  const target = { kind: 'trace' as const, trace: given.trace ?? 't' };
  return { ...signature(given), what: 'verdict', target, value: 'right' };
}

export function mark(given: Given): SignedDecision {
  return { ...signature(given), what: 'mark', target: { kind: 'row' }, value: 'skipped' };
}

export function flag(given: Given & { target?: FlagTarget }): SignedDecision {
  const { target = { kind: 'row' } } = given;
  const value = { category: 'data' as const, severity: 'minor' as const, comment: 'c' };
  return { ...signature(given), what: 'flag', target, value };
}

export function judged(
  given: Given & { finding?: string; says?: FindingValue['verdict']; comment?: string },
): SignedDecision {
  const { finding = 'a'.repeat(32), says = 'false-alarm', comment = '' } = given;
  const value = { rule: 'hygiene/minus', finding, verdict: says, comment };
  return { ...signature(given), what: 'finding', target: { kind: 'row' }, value };
}

export function reply(
  given: Given & { of: number; comment?: string; state?: 'open' | 'resolved'; target?: FlagTarget },
): SignedDecision {
  const { of, comment = '', state, target = { kind: 'row' } } = given;
  const value = { flag: idOf(of), comment, ...(state === undefined ? {} : { state }) };
  return { ...signature(given), what: 'reply', target, value };
}

export function link(given: Given & { rows?: string[] }): SignedDecision {
  const rows = (given.rows ?? ['id:2']).map((key, at) => ({ key, place: String(at + 1) }));
  return {
    ...signature(given),
    what: 'link',
    target: { kind: 'row' },
    value: { type: 'fusion', place: 'result', rows },
  };
}

export function tag(
  given: Given & { concept?: string; on?: boolean; target?: { kind: 'row' } | ReturnType<typeof stepTarget> },
): SignedDecision {
  const { concept = 'C_1', on = true, target = { kind: 'row' } } = given;
  return { ...signature(given), what: 'tag', target, value: { concept, name: `name of ${concept}`, on } };
}

type Contamination = Extract<SignedDecision, { what: 'contamination' }>;

export function contamination(given: Given & Partial<ContaminationValue>): Contamination {
  const { benchmark = 'quiz', item = '7', verdict: says = 'same', pair = 'a'.repeat(32) } = given;
  const value = { benchmark, item, class: given.class ?? ('near' as const), verdict: says, pair };
  return { ...signature(given), what: 'contamination', target: { kind: 'row' }, value };
}

type Duplicate = Extract<SignedDecision, { what: 'duplicate' }>;

export function duplicate(given: Given & Partial<Duplicate['value']>): Duplicate {
  const { file = 'b.jsonl', item = 'id:7', verdict: says = 'same', pair = 'a'.repeat(32), stays } = given;
  const value = { file, item, class: given.class ?? ('near' as const), verdict: says, pair };
  const all = stays === undefined ? value : { ...value, stays };
  return { ...signature(given), what: 'duplicate', target: { kind: 'row' }, value: all };
}

export function quarantine(given: Given & { on?: boolean }): SignedDecision {
  const value = { on: given.on ?? true };
  return { ...signature(given), what: 'quarantine', target: { kind: 'row' }, value };
}

export function curation(
  given: Given & { verdict: CurationVerdict; path?: (string | number)[]; before?: string },
): SignedDecision {
  const { verdict, path, before } = given;
  const value = { verdict, ...(path ? { path } : {}), ...(before === undefined ? {} : { before }) };
  return { ...signature(given), what: 'curation', target: { kind: 'row' }, value };
}

/** Takes back the event or group with the number `of`. */
export function undo(given: Given & { of: number }): LogEvent {
  return { ...signature(given), what: 'undo', value: idOf(given.of) };
}

/** The numbers of events, for comparing. */
export function numbers(events: LogEvent[]): number[] {
  return events.map(({ id }) => Number(id.slice(10)));
}
