import assert from 'node:assert/strict';
import { test } from 'node:test';
import { perform } from '../../../webview/keys';
import type { Sessions } from '../../../webview/keys';
import { isAction } from '../../../src/protocol/actions';
import type { RowGroups } from '../../../src/protocol/group';
import type { Opening } from '../../../src/protocol/page';
import { FIRST_ERROR, named, STEPS } from '../scheme/schemes';
import { beginAll, FakeHost, rowsWithTraces, settled } from './fake-host';

async function asking(
  scheme: unknown,
  host = new FakeHost(rowsWithTraces(3)),
  change: Partial<Opening> = {},
) {
  const sessions = await beginAll(host, { scheme: named(scheme), ...change });
  await settled();
  return { host, sessions };
}

/** Presses keys as the page does: each waits until what was under way before it has settled. */
async function press(sessions: Sessions, keys: string): Promise<void> {
  for (const key of keys) {
    const named = {
      '↵': 'confirmAnswer',
      '↓': 'nextQuestion',
      '⌫': 'undo',
      '+': 'nextStep',
      '-': 'previousStep',
      ']': 'nextTrace',
    };
    const action = named[key as keyof typeof named] ?? `answer${key.toUpperCase()}`;
    assert.ok(isAction(action), key);
    await sessions.session.inSight.settled;
    await perform(sessions, action);
  }
  await settled();
}

const decided = (host: FakeHost) =>
  host.calls.filter((call) => call.startsWith('decide')).map((call) => call.slice(7));

function place({ session, answers }: Sessions): string {
  const { number, cursor } = session.state;
  return `row ${number} trace ${cursor.trace} step ${cursor.step} ${answers.question?.id}`;
}

test('a key answers the question in hand; when all are answered the next step is in hand', async () => {
  const { host, sessions } = await asking(STEPS);
  assert.equal(place(sessions), 'row 0 trace 0 step 0 step');
  await press(sessions, 'g');
  assert.equal(place(sessions), 'row 0 trace 0 step 0 sure');
  await press(sessions, 'y');
  assert.equal(place(sessions), 'row 0 trace 0 step 1 step');
  assert.deepEqual(decided(host), ['0: 0 step "good"', '0: 0 sure true']);
});

test('a question is asked only when its condition holds, and several answers end with ↵', async () => {
  const { host, sessions } = await asking(STEPS);
  await press(sessions, 'b');
  assert.equal(place(sessions), 'row 0 trace 0 step 0 kind');
  await press(sessions, '21');
  assert.equal(place(sessions), 'row 0 trace 0 step 0 kind');
  await press(sessions, '2↵n');
  assert.equal(place(sessions), 'row 0 trace 0 step 1 step');
  assert.deepEqual(decided(host).slice(1), [
    '0: 0 kind ["unit"]',
    '0: 0 kind ["sign","unit"]',
    '0: 0 kind ["sign"]',
    '0: 0 sure false',
  ]);
});

test('↵ alone says that none of several hold', async () => {
  const { host, sessions } = await asking(STEPS);
  await press(sessions, 'b↵');
  assert.deepEqual(decided(host)[1], '0: 0 kind []');
  assert.equal(place(sessions), 'row 0 trace 0 step 0 sure');
});

test('words are asked for by ↓ and ↵, and an empty text says nothing', async () => {
  const { host, sessions } = await asking(STEPS);
  await press(sessions, 'gy-↓↓↵');
  assert.equal(place(sessions), 'row 0 trace 0 step 0 remark');
  assert.equal(sessions.session.state.asking.writing, true);
  await sessions.answers.write('  why? ');
  await settled();
  assert.equal(decided(host).at(-1), '0: 0 remark "why?"');
  assert.equal(place(sessions), 'row 0 trace 0 step 1 step');
});

test('the first error ends its trace, and the next trace is in hand; ↵ says that the rest is right', async () => {
  const { host, sessions } = await asking(FIRST_ERROR);
  await press(sessions, 'gb');
  assert.equal(place(sessions), 'row 0 trace 1 step 0 step');
  await press(sessions, '↵');
  assert.equal(place(sessions), 'row 1 trace 0 step 0 step');
  await press(sessions, '+b');
  assert.deepEqual(decided(host), [
    '0: 0 step "good"',
    '0: 1 step "bad"',
    '0: 0 step "good" (implied), 1 step "good" (implied), 2 step "good" (implied)',
    '1: 0 step "good" (implied), 1 step "bad"',
  ]);
});

test('undo takes an answer back with the step and question that it was given to, over rows', async () => {
  const { sessions } = await asking({ ...STEPS, target: 'row' });
  assert.equal(place(sessions), 'row 0 trace 0 step -1 step');
  await press(sessions, 'gy');
  assert.equal(place(sessions), 'row 1 trace 0 step -1 step');
  await press(sessions, '⌫');
  assert.equal(place(sessions), 'row 0 trace 0 step -1 sure');
  await press(sessions, '⌫');
  assert.equal(place(sessions), 'row 0 trace 0 step -1 step');
});

test('a key that no answer has is told, and nothing is decided', async () => {
  const { host, sessions } = await asking(STEPS);
  await press(sessions, '9');
  const { saved } = sessions.session.state;
  assert.equal(saved.kind === 'failed' && saved.message, 'No answer to “This step is” has the key 9.');
  assert.deepEqual(decided(host), []);
});

test('a flag is about the step in hand, the trace where traces are asked about, else the row', async () => {
  const targets = [];
  for (const target of ['step', 'trace', 'row']) {
    const { sessions } = await asking({ ...STEPS, target });
    targets.push(sessions.session.targetAtCursor().kind);
  }
  assert.deepEqual(targets, ['step', 'trace', 'row']);
});

test('of a timed scheme each answer carries its time', async () => {
  const { host, sessions } = await asking({ ...STEPS, timed: true });
  await press(sessions, 'g');
  assert.deepEqual(decided(host), ['0: 0 step "good" timed']);
});

test('a click on a step, or a search, takes the questions there', async () => {
  const { sessions } = await asking(STEPS);
  sessions.session.move({ trace: 1, step: 2 });
  assert.deepEqual([place(sessions), sessions.session.state.asking.target], ['row 0 trace 1 step 2 step', 5]);
  await press(sessions, ']');
  assert.equal(place(sessions), 'row 0 trace 0 step 0 step');
});

test('what is picked by name is one answer, from the values or from the catalogue', async () => {
  const pick = (change: object) => ({
    target: 'row',
    questions: [{ id: 'which', title: 'Which', kind: 'taxonomy', values: [], ...change }],
  });
  const values = [{ value: 'm1', title: 'Adds the denominators', guideline: 'fractions' }, { value: 'm2' }];
  const { host, sessions } = await asking(pick({ values }));
  await press(sessions, '↵');
  assert.equal(sessions.session.state.dialog, 'pick');
  const { answers } = sessions;
  assert.deepEqual(await answers.choices(answers.questions[0]!), [
    { id: 'm1', name: 'Adds the denominators', about: 'fractions' },
    { id: 'm2', name: 'm2', about: '' },
  ]);
  await answers.answer('m2');
  assert.deepEqual(decided(host), ['0: row which "m2"']);
  const other = await asking(
    pick({ catalogue: 'misconceptions.jsonl' }),
    new CatalogueHost(rowsWithTraces(2)),
  );
  const found = await other.sessions.answers.choices(other.sessions.answers.questions[0]!);
  assert.deepEqual(found, [{ id: 'which/1', name: 'one of the file', about: '' }]);
});

test('each linked row makes a pair with the row in sight; the row itself and rows that are gone make none', async () => {
  const scheme = { ...STEPS, target: 'pair' };
  const { host, sessions } = await asking(scheme, new LinkedHost(rowsWithTraces(4)));
  assert.deepEqual(
    sessions.answers.targets.map(({ target }) => target),
    [
      { kind: 'pair', with: 'row:2' },
      { kind: 'pair', with: 'row:3' },
    ],
  );
  await press(sessions, 'gy');
  assert.equal(sessions.session.state.asking.target, 1);
  await press(sessions, 'gy');
  assert.equal(sessions.session.state.number, 1);
  assert.deepEqual(decided(host)[2], '0: pair step "good"');
});

class CatalogueHost extends FakeHost {
  async catalogue(question: string) {
    return [{ id: `${question}/1`, name: 'one of the file', about: '' }];
  }
}

/** The first row is linked with the third and the fourth. */
class LinkedHost extends FakeHost {
  async groups(row: number): Promise<RowGroups> {
    const members = [0, 2, 3, null].map((number) => ({ place: '', number, beside: null }));
    const group = { type: 'similar' as const, name: 'g', byHand: true, size: 4, members };
    return { groups: row === 0 ? [group] : [], share: 1, failure: null, linked: true };
  }
}

const RUBRIC = {
  target: 'row',
  questions: [
    {
      ...{ id: 'plan', title: 'Plan', kind: 'rubric', rationale: 'optional' },
      criteria: [
        { id: 'clarity', title: 'Clarity', rationale: 'required' },
        { id: 'depth', title: 'Depth' },
      ],
    },
  ],
};

test('where why must be said the box for it opens, and the row is done only with it', async () => {
  const { host, sessions } = await asking(RUBRIC);
  const { session, answers } = sessions;
  await press(sessions, '2');
  assert.equal(session.state.asking.writing, true);
  assert.equal(answers.lacksWhy, true);
  answers.leave();
  await press(sessions, '↓4');
  assert.equal(place(sessions), 'row 0 trace 0 step -1 plan/clarity'); // it is still to be said
  await press(sessions, '↵');
  await answers.write('  ');
  assert.equal(answers.lacksWhy, true);
  await press(sessions, '↵');
  await answers.write(' no aim is named ');
  await settled();
  assert.equal(session.state.number, 1);
  assert.deepEqual(decided(host), [
    '0: row plan/clarity 2',
    '0: row plan/depth 4',
    '0: row plan/clarity 2, no aim is named',
  ]);
});

test('another grade keeps why, an optional reason is begun by ↵, and undo takes the words alone', async () => {
  const { host, sessions } = await asking(RUBRIC);
  const { session, answers } = sessions;
  await press(sessions, '2');
  await answers.write('short');
  assert.equal(place(sessions), 'row 0 trace 0 step -1 plan/depth');
  await press(sessions, '↵'); // there is no answer yet
  assert.equal(session.state.asking.writing, false);
  answers.askAbout('plan/clarity');
  await press(sessions, '3');
  assert.equal(decided(host).at(-1), '0: row plan/clarity 3, short');
  await press(sessions, '⌫⌫');
  assert.deepEqual([...(answers.current?.answers ?? [])], [['plan/clarity', 2]]);
  assert.deepEqual([...(answers.current?.rationales ?? [])], []);
});
