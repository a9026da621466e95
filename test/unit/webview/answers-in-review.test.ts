import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stepTarget } from '../../../src/core/cut/step-target';
import { aboutTarget } from '../../../webview/forms/about-target';
import { perform } from '../../../webview/keys';
import { named, STEPS } from '../scheme/schemes';
import { beginAll, FakeHost, rowsWithTraces, settled } from './fake-host';

async function asking(scheme: unknown, host = new FakeHost(rowsWithTraces(3))) {
  const sessions = await beginAll(host, { scheme: named(scheme) });
  await settled();
  return { host, sessions };
}

const decided = (host: FakeHost) =>
  host.calls.filter((call) => call.startsWith('decide')).map((call) => call.slice(7));

test('the review takes an annotator’s answer, goes on to the next that differs, and settles what agrees', async () => {
  const { host, sessions } = await asking({ ...STEPS, target: 'row' });
  const { session, review } = sessions;
  const say = (by: string, question: string, value: string | boolean) => {
    const decision = { what: 'label', scheme: 'own', question, target: { kind: 'row' }, value } as const;
    host.hear(by, 0, decision);
  };
  say('ada', 'step', 'good');
  say('bob', 'step', 'odd');
  say('ada', 'sure', true);
  say('bob', 'sure', true);
  await session.inSight.rowsChanged(null);
  await review.show();
  await session.inSight.show(0);
  await settled();
  assert.deepEqual([review.answerers, review.answerInHand?.question], [['ada', 'bob'], 'step']);
  await perform(sessions, 'takeSecond');
  await settled();
  assert.equal(decided(host).at(-1), '0: step settled "odd"');
  await session.inSight.show(0);
  await perform(sessions, 'nextStep');
  assert.equal(review.answerInHand?.question, 'sure');
  await perform(sessions, 'settleAgreed');
  await settled();
  assert.equal(decided(host).at(-1), '0: sure settled true');
});

test('the review takes an answer that nobody gave by its own key, and says where there is none', async () => {
  const { host, sessions } = await asking({ ...STEPS, target: 'row' });
  const { session, review } = sessions;
  for (const [by, value] of [
    ['ada', 'good'],
    ['bob', 'odd'],
  ] as const)
    host.hear(by, 0, {
      what: 'label',
      scheme: 'own',
      ...{ question: 'step', target: { kind: 'row' } as const, value },
    });
  await session.inSight.rowsChanged(null);
  await review.show();
  await session.inSight.show(0);
  await settled();
  await perform(sessions, 'settleUnsure');
  const { saved } = session.state;
  assert.match(saved?.kind === 'failed' ? saved.message : '', /No answer has the key u here: 1 to 4 take/);
  await perform(sessions, 'settleBad');
  await settled();
  assert.equal(decided(host).at(-1), '0: step settled "bad"');
});

test('a flag while an answer is reviewed is about the step that the answer is about', async () => {
  const { host, sessions } = await asking(STEPS);
  const { session, review } = sessions;
  const [trace] = session.traces;
  const target = stepTarget(trace?.trace ?? assert.fail(), 1) ?? assert.fail();
  for (const [by, value] of Object.entries({ ada: 'good', bob: 'odd' }))
    host.hear(by, 0, { what: 'label', scheme: 'own', question: 'step', target, value });
  await session.inSight.rowsChanged(null);
  await review.show();
  await session.inSight.show(0);
  await settled();
  assert.deepEqual(review.answerInHand?.target, target);
  assert.deepEqual(session.targetAtCursor(), target);
  assert.equal(aboutTarget(session, session.targetAtCursor()), 'step 2 of trace A');
});

test('the review chooses by name what has no key, and says where nothing is', async () => {
  const values = [{ value: 'gap', title: 'A gap' }, { value: 'odd' }, { value: 'sum', title: 'The sum' }];
  const fault = { id: 'fault', title: 'Fault', kind: 'taxonomy', values };
  const { host, sessions } = await asking({ target: 'row', questions: [fault, STEPS.questions[2]] });
  const { session, review } = sessions;
  const say = (by: string, question: string, value: string | boolean) =>
    host.hear(by, 0, { what: 'label', scheme: 'own', question, target: { kind: 'row' }, value });
  say('ada', 'fault', 'gap');
  say('bob', 'fault', 'odd');
  say('ada', 'sure', true);
  say('bob', 'sure', false);
  await session.inSight.rowsChanged(null);
  await review.show();
  await session.inSight.show(0);
  await settled();
  await perform(sessions, 'decideByName');
  assert.equal(session.state.dialog, 'pick');
  const { picking } = review.own;
  assert.deepEqual(
    (await picking?.choices())?.map(({ name }) => name),
    ['A gap', 'odd', 'The sum'],
  );
  session.setDialog(null);
  await picking?.take('sum');
  await settled();
  assert.equal(decided(host).at(-1), '0: fault settled "sum"');
  await perform(sessions, 'decideByName'); // yes or no
  const { saved, dialog } = session.state;
  assert.equal(dialog, null);
  assert.match(saved.kind === 'failed' ? saved.message : '', /not chosen by name/);
});

/** Tells agreement when it is let go. */
class AgreeingHost extends FakeHost {
  readonly letGo: (() => void)[] = [];

  answerAgreement(_: [string, string], { question }: { question: string }) {
    return new Promise((resolve) => this.letGo.push(() => resolve({ about: question })));
  }
}

test('the agreement on one question is not in sight while another is in hand', async () => {
  const host = new AgreeingHost(rowsWithTraces(1));
  const { sessions } = await asking({ ...STEPS, target: 'row' }, host);
  const { session, review } = sessions;
  for (const [by, sure] of Object.entries({ ada: true, bob: false }))
    for (const [question, value] of Object.entries({ step: by === 'ada' ? 'good' : 'odd', sure }))
      host.hear(by, 0, { what: 'label', scheme: 'own', question, target: { kind: 'row' }, value });
  await session.inSight.rowsChanged(null);
  await review.show();
  await session.inSight.show(0);
  await settled();
  host.letGo.shift()?.();
  await settled();
  assert.deepEqual(session.state.answerAgreement, { about: 'step' });
  await perform(sessions, 'nextStep');
  assert.equal(session.state.answerAgreement, null);
  await session.inSight.rowsChanged(null); // asked anew, of what is in hand
  for (const letGo of host.letGo.splice(0)) letGo();
  await settled();
  assert.deepEqual(session.state.answerAgreement, { about: 'sure' });
  await session.inSight.rowsChanged(null);
  assert.deepEqual(session.state.answerAgreement, { about: 'sure' }, 'it stays while it is read anew');
});

test('the review chooses several by keys and decides for them; what was begun of one question is not of the next', async () => {
  const values = [{ value: 'gap', key: 'g' }, { value: 'odd' }, { value: 'sum' }];
  const many = { id: 'many', title: 'Faults', kind: 'several', values };
  const { host, sessions } = await asking({
    target: 'row',
    questions: [many, { ...many, id: 'more' }, STEPS.questions[3]],
  });
  const { session, review } = sessions;
  const say = (by: string, question: string, value: string | string[]) =>
    host.hear(by, 0, { what: 'label', scheme: 'own', question, target: { kind: 'row' }, value });
  for (const question of ['many', 'more']) {
    say('ada', question, ['gap']);
    say('bob', question, []);
  }
  say('ada', 'remark', 'odd');
  await session.inSight.rowsChanged(null);
  await review.show();
  await session.inSight.show(0);
  await settled();
  await perform(sessions, 'decide2');
  await perform(sessions, 'settleGood');
  assert.deepEqual(review.own.chosen, ['gap', 'sum']);
  await perform(sessions, 'settleGood');
  assert.deepEqual(review.own.chosen, ['sum']);
  await perform(sessions, 'nextStep');
  assert.deepEqual(review.own.chosen, []);
  await perform(sessions, 'decideByName'); // none of them
  await settled();
  assert.equal(decided(host).at(-1), '0: more settled []');
  const inHand = (): string | undefined => review.answerInHand?.question;
  assert.equal(inHand(), 'many');
  await perform(sessions, 'settleGood');
  await perform(sessions, 'decideByName');
  await settled();
  assert.equal(decided(host).at(-1), '0: many settled ["gap"]');
  await session.inSight.show(0);
  while (inHand() !== 'remark') await perform(sessions, 'nextStep');
  await perform(sessions, 'decideByName');
  assert.ok(review.own.writing);
  await review.own.write('  ');
  assert.ok(!review.own.writing);
  await review.own.write(' what is meant ');
  await settled();
  assert.equal(decided(host).at(-1), '0: remark settled "what is meant"');
});

test('what a reviewer began to choose is given up when another answer is taken, or something else comes in hand', async () => {
  const several = {
    id: 'kinds',
    title: 'Kinds',
    kind: 'several',
    values: [{ value: 'sum' }, { value: 'sign' }],
  };
  const { host, sessions } = await asking({ title: 'Own', target: 'row', questions: [several] });
  const { session, review } = sessions;
  for (const [by, value] of [
    ['ada', ['sum']],
    ['bob', ['sign']],
  ] as const)
    host.hear(by, 0, {
      what: 'label',
      scheme: 'own',
      ...{ question: 'kinds', target: { kind: 'row' } as const, value: [...value] },
    });
  await session.inSight.rowsChanged(null);
  await review.show();
  await session.inSight.show(0);
  await settled();
  await perform(sessions, 'decide1');
  assert.deepEqual(review.own.chosen, ['sum']);
  await perform(sessions, 'takeSecond');
  await settled();
  assert.equal(session.state.deciding, null);
  await session.inSight.show(0);
  assert.deepEqual(review.own.chosen, ['sign'], 'at first what was settled');
  await perform(sessions, 'decide1');
  await session.inSight.show(1);
  await session.inSight.show(0);
  assert.deepEqual(review.own.chosen, ['sign']);
});
