import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  Decision,
  LogEvent,
  SignedDecision,
  StepLabel,
  TraceCut,
} from '../../../src/core/annotation/event';
import { eventSchema } from '../../../src/core/annotation/event';
import { Fold } from '../../../src/core/annotation/fold';
import { stateOfTrace } from '../../../src/core/annotation/labelling';
import { cutReading, cutsIn } from '../../../src/core/cut/cut-reading';
import { cutTrace } from '../../../src/core/cut/cut-trace';
import { recut } from '../../../src/core/cut/labels-follow';
import { stepTarget } from '../../../src/core/cut/step-target';
import { emptyReading } from '../../../src/core/profile/reading';
import { schemeSchema } from '../../../src/core/scheme/scheme';
import type { NamedScheme } from '../../../src/core/scheme/scheme';
import { idOf, undo } from '../annotation/events';
import { traceOf } from '../traces';

const NOTHING: TraceCut = { splits: [], joins: [] };
const JOINED: TraceCut = { splits: [], joins: [1] };
const DIVIDED: TraceCut = { splits: [{ step: 0, at: 5 }], joins: [] };
const trace = traceOf('t', 3);

/** One annotator's log, to which each key adds its decisions. */
class Log {
  readonly fold = new Fold();
  private n = 0;

  add(decisions: Decision[]): void {
    const group = idOf(900 + ++this.n);
    const events = decisions.map((decision): SignedDecision => ({
      ...decision,
      ...{
        v: 1,
        id: idOf(++this.n),
        time: '2025-01-02T03:04:05.678Z',
        annotator: 'ada',
        machine: '00000001',
      },
      ...{ row: { key: 'id:1', hash: 'h', number: 0 }, group },
    }));
    for (const event of events) assert.deepEqual(eventSchema.safeParse(event).error, undefined);
    this.fold.add(events);
  }

  get standing(): SignedDecision[] {
    return this.fold.standing('id:1');
  }

  get labels(): (StepLabel | null)[] {
    const { traces } = cutReading({ ...emptyReading(), traces: [trace] }, this.standing);
    return traces[0] ? stateOfTrace(traces[0], this.standing, 'every-step').labels : [];
  }

  label(step: number, value: StepLabel): void {
    const target = stepTarget(trace, step);
    if (target) this.add([{ what: 'label', target, value }]);
  }

  cut(cut: TraceCut, at: number, scheme: NamedScheme | null = null): boolean {
    const now = cutTrace(trace, cutsIn(this.standing).get('t') ?? NOTHING);
    const { decisions, differed } = recut(now, at, cut, this.standing, scheme);
    this.add(decisions);
    return differed;
  }

  undo(): void {
    const [newest] = this.fold.newest('ada');
    const event: LogEvent = {
      ...undo({ n: 0, of: 0 }),
      id: idOf(++this.n),
      value: newest?.group ?? '',
    } as LogEvent;
    this.fold.add([event]);
  }
}

test('both pieces of a divided step have its label, the other steps keep theirs', () => {
  const log = new Log();
  log.label(0, 'good');
  log.label(2, 'bad');
  assert.equal(log.cut(DIVIDED, 0), false);
  assert.deepEqual(log.labels, ['good', 'good', null, 'bad']);
});

test('taking a cut back gives back exactly what stood', () => {
  const log = new Log();
  log.label(0, 'neutral');
  log.label(1, 'good');
  const before = JSON.stringify(log.standing);
  log.cut(DIVIDED, 0);
  log.undo();
  assert.equal(JSON.stringify(log.standing), before);
  log.cut(JOINED, 1);
  log.undo();
  assert.equal(JSON.stringify(log.standing), before);
});

for (const [first, second, whole, differed] of [
  ['good', 'good', 'good', false],
  ['good', 'bad', 'bad', false],
  ['bad', null, 'bad', false],
  ['good', 'neutral', null, true],
  ['good', null, null, true],
  ['unsure', 'unsure', 'unsure', false],
] as const) {
  test(`${first} joined with ${second} is ${whole}`, () => {
    const log = new Log();
    log.label(0, first);
    if (second !== null) log.label(1, second);
    assert.equal(log.cut(JOINED, 1), differed);
    assert.deepEqual(log.labels, [whole, null]);
  });
}

test('what was said of steps that are no more does not come back when they are cut as before', () => {
  const log = new Log();
  log.label(0, 'good');
  log.label(1, 'neutral');
  log.cut(JOINED, 1);
  log.cut(NOTHING, 0);
  assert.deepEqual(log.labels, [null, null, null]);
});

test('a comment stays with the first piece; comments of joined steps follow on one another, tags come together', () => {
  const log = new Log();
  const [first, second] = [stepTarget(trace, 0), stepTarget(trace, 1)];
  assert.ok(first && second);
  log.add([{ what: 'comment', target: first, value: 'one' }]);
  log.add([{ what: 'comment', target: second, value: 'two' }]);
  log.add([{ what: 'tag', target: second, value: { concept: 'C_1', name: 'sums', on: true } }]);
  log.cut(DIVIDED, 0);
  assert.equal(log.standing.filter(({ what }) => what === 'comment').length, 2);
  log.undo();
  log.cut(JOINED, 1);
  const said = log.standing.filter(({ what }) => what === 'comment' || what === 'tag');
  assert.deepEqual(
    said.map(({ value, target }) => [value, target.kind === 'step' && target.piece?.to.step]),
    [
      ['one\ntwo', 1],
      [{ concept: 'C_1', name: 'sums', on: true }, 1],
    ],
  );
});

const FAULTS: NamedScheme = {
  name: 'faults',
  scheme: schemeSchema.parse({
    target: 'step',
    questions: [
      {
        ...{ id: 'step', title: 'Step', kind: 'choice' },
        values: [{ value: 'fine' }, { value: 'wrong', error: true }],
      },
      { id: 'kind', title: 'Kind', kind: 'several', values: [{ value: 'sum' }, { value: 'sign' }] },
      { id: 'remark', title: 'Remark', kind: 'text' },
    ],
  }),
};

function answers(log: Log): Record<string, unknown> {
  return Object.fromEntries(
    log.standing.flatMap((decision) =>
      decision.what === 'label' && 'question' in decision ? [[decision.question, decision.value]] : [],
    ),
  );
}

function answer(log: Log, step: number, question: string, value: string | string[]): void {
  const target = stepTarget(trace, step);
  if (target) log.add([{ what: 'label', scheme: 'faults', question, target, value }]);
}

test('of joined steps of which one is an error, the whole has what was answered about it', () => {
  const log = new Log();
  answer(log, 0, 'step', 'fine');
  answer(log, 1, 'step', 'wrong');
  answer(log, 1, 'kind', ['sum']);
  assert.equal(log.cut(JOINED, 1, FAULTS), false);
  assert.deepEqual(answers(log), { step: 'wrong', kind: ['sum'] });
});

test('else several answers come together, words follow on one another, and what differs is asked again', () => {
  const log = new Log();
  answer(log, 0, 'step', 'wrong');
  answer(log, 1, 'step', 'wrong');
  answer(log, 0, 'kind', ['sum']);
  answer(log, 1, 'kind', ['sign']);
  answer(log, 0, 'remark', 'here');
  answer(log, 1, 'remark', 'there');
  assert.equal(log.cut(JOINED, 1, FAULTS), false);
  assert.deepEqual(answers(log), { step: 'wrong', kind: ['sum', 'sign'], remark: 'here\nthere' });
  const other = new Log();
  answer(other, 0, 'step', 'fine');
  answer(other, 1, 'step', 'odd');
  assert.equal(other.cut(JOINED, 1, FAULTS), true);
  assert.deepEqual(answers(other), {});
});

test('only the last cut of a trace stands, and another annotator’s beside it', () => {
  const log = new Log();
  log.cut(DIVIDED, 0);
  log.cut(NOTHING, 1);
  assert.deepEqual([...cutsIn(log.standing)], [['t', NOTHING]]);
});

test('another’s cut that divides and joins at once: labels follow, and a comment comes only once', () => {
  const log = new Log();
  log.label(0, 'good');
  log.label(1, 'good');
  const second = stepTarget(trace, 1);
  assert.ok(second);
  log.add([{ what: 'comment', target: second, value: 'hm' }]);
  assert.equal(log.cut({ splits: [{ step: 1, at: 5 }], joins: [1] }, 0), false); // 1–2a, 2b, 3
  assert.deepEqual(log.labels, ['good', 'good', null]);
  const comments = log.standing.filter(({ what }) => what === 'comment');
  assert.deepEqual(
    comments.map(({ target }) => target.kind === 'step' && target.piece?.to),
    [{ step: 1, at: 5 }],
  );
});
