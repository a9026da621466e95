import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decisionSchema } from '../../../src/core/annotation/event';
import type { AnswerDecision, AnswerTarget } from '../../../src/core/annotation/event';
import { emptyReading } from '../../../src/core/profile/reading';
import { modelAnswersIn } from '../../../src/core/review/model-answers';
import { partsToAsk, questionsPrompt } from '../../../src/core/review/model-questions';
import { answersOn, isAsked } from '../../../src/core/scheme/answers';
import { askedQuestions, spansIn } from '../../../src/core/scheme/asked-questions';
import type { NamedScheme } from '../../../src/core/scheme/scheme';
import { FIRST_ERROR, named } from '../scheme/schemes';
import { traceOf } from '../traces';

const text = (path: string, words: string) => ({
  ...{ path: [path], start: 0, end: words.length, text: words, dialect: 'markdown' as const },
});
const trace = {
  ...traceOf('t', 0),
  author: 'Aster-7B',
  finalAnswer: text('final', 'so 3'),
  steps: ['Halve it, halve it.', 'Then $x^2$ is $9$.', 'So 3.'].map((words) => ({
    ...{ source: text('t', words), uses: [], wrong: [] },
  })),
};
const reading = {
  ...emptyReading(),
  problem: [text('q', 'What is $x$?')],
  answers: [text('a', 'gold 42')],
  hints: [
    { kind: 'text' as const, source: text('h', 'Square it.') },
    { kind: 'id' as const, id: 'h2', path: ['h'] },
  ],
  facts: [{ path: ['secret'], value: 'of nobody' }],
  traces: [trace, { ...traceOf('u', 2), author: 'Birch' }],
};
const inTrace: AnswerTarget = { kind: 'trace', trace: 't' };

/** A question of every kind, one that hangs on another, grades with reasons. */
const EVERY = named({
  target: 'step',
  guideline: 'Judge what stands there.',
  questions: [
    {
      ...{ id: 'step', title: 'It is', kind: 'choice' },
      values: [
        { value: 'good', title: 'Fine', guideline: 'and follows' },
        { value: 'bad', error: true },
      ],
    },
    {
      ...{ id: 'kind', title: 'Kind', kind: 'several', when: { question: 'step', is: 'bad' } },
      values: [{ value: 'sign' }, { value: 'unit' }],
    },
    { id: 'sure', title: 'Sure?', kind: 'yes-no' },
    { id: 'hard', title: 'How hard', kind: 'rating', from: 1, to: 3 },
    {
      ...{ id: 'plan', title: 'Plan', kind: 'rubric', rationale: 'required', from: 0, to: 2 },
      criteria: [{ id: 'aim', title: 'Aim' }],
    },
    { id: 'idea', title: 'Idea', kind: 'taxonomy', values: [{ value: 'pi', title: 'Pigeons' }] },
    { id: 'where', title: 'Where', kind: 'span', many: true, values: [{ value: 'slip' }] },
    { id: 'words', title: 'In words', kind: 'text' },
  ],
});

function asked(scheme: NamedScheme, inHand: AnswerTarget = inTrace) {
  return {
    named: scheme,
    questions: askedQuestions(scheme.scheme),
    parts: partsToAsk(scheme, reading, inHand),
  };
}
const promptFor = (scheme: NamedScheme, inHand?: AnswerTarget, other = reading) =>
  questionsPrompt(asked(scheme, inHand), { reading, other, library: new Map() });
const read = (scheme: NamedScheme, parts: unknown, before: AnswerDecision[] = []) =>
  modelAnswersIn(JSON.stringify({ parts }), asked(scheme), before);
const gist = (decisions: readonly AnswerDecision[]) =>
  decisions.map(({ target, question, value, rationale, implied }) => [
    target.kind === 'step' ? target.step : target.kind,
    question,
    value,
    ...((rationale ?? implied) ? [rationale ?? 'implied'] : []),
  ]);

test('an answer of each kind is kept in the form that a person’s has', () => {
  const answers = {
    ...{ step: 'bad', kind: ['unit', 'sign', 'unit'], sure: false, hard: 3, idea: 'pi', words: ' in short ' },
    'plan/aim': { value: 0, why: 'none is named' },
    where: [{ quote: '$x^2$', value: 'slip' }],
  };
  const { decisions, answered, refused } = read(EVERY, [{ part: 2, answers }]);
  assert.deepEqual(refused, []);
  assert.equal(answered, 8);
  assert.deepEqual(gist(decisions), [
    [1, 'step', 'bad'],
    [1, 'kind', ['sign', 'unit']],
    [1, 'sure', false],
    [1, 'hard', 3],
    [1, 'plan/aim', 0, 'none is named'],
    [1, 'idea', 'pi'],
    [1, 'where', [{ path: ['t'], start: 5, end: 10, text: '$x^2$', value: 'slip' }]],
    [1, 'words', 'in short'],
  ]);
});

test('what the scheme does not allow is refused by its place and reason, and the rest is kept', () => {
  const { decisions, answered, refused } = read(EVERY, [
    {
      part: 1,
      answers: {
        ...{ step: 'good', kind: ['sign'], sure: 'yes', hard: 4, idea: 'tau', words: '', other: 1 },
        'plan/aim': 1,
        where: [{ quote: 'halve', value: 'no' }],
      },
    },
    { part: 2, answers: { where: [{ quote: 'nowhere', value: 'slip' }], step: null } },
    { part: 3, answers: { kind: ['sign'] } },
    { part: 1, answers: { step: 'bad' } },
    { part: 9, answers: { step: 'bad' } },
  ]);
  assert.equal(answered, 1);
  assert.deepEqual(gist(decisions), [[0, 'step', 'good']]);
  assert.deepEqual(refused, [
    'part 1, other: there is no such question',
    'part 1, step: it was answered before',
    'part 1, kind: it is not asked there',
    'part 1, sure: "yes" is none of its answers',
    'part 1, hard: 4 is none of its answers',
    'part 1, plan/aim: why is missing',
    'part 1, idea: "tau" is none of its answers',
    'part 1, where: "no" is none of its answers',
    'part 1, words: it is no text',
    'part 2, where: "nowhere" does not stand there',
    'part 3, kind: it is not asked there',
    'part 9, step: there is no such part',
  ]);
});

test('a quote that stands there twice says not where, and is refused', () => {
  assert.throws(
    () => read(EVERY, [{ part: 1, answers: { where: [{ quote: 'alve it', value: 'slip' }] } }]),
    /nothing was kept: part 1, where: "alve it" stands there more than once\.$/,
  );
});

test('a reply in another form, or without any answer, is kept in no part', () => {
  for (const reply of ['', 'all is well', '[]', '{"parts": {}}', '{"parts": [{"part": "1", "answers": {}}]}'])
    assert.throws(() => modelAnswersIn(reply, asked(EVERY), []), /not answer in the form/, reply);
  assert.throws(() => read(EVERY, [{ part: 1, answers: { step: null } }]), /answered none/);
  const many = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((id) => [id, 1]));
  assert.throws(
    () => read(EVERY, [{ part: 1, answers: many }]),
    /c: there is no such question and 2 more\.$/,
  );
});

test('the first error ends a trace, and says of the steps before it what the scheme has them be', () => {
  const { decisions, answered, refused } = read(named(FIRST_ERROR), [
    { part: 3, answers: { step: 'good' } },
    { part: 2, answers: { step: 'bad' } },
  ]);
  assert.deepEqual(gist(decisions), [
    [0, 'step', 'good', 'implied'],
    [1, 'step', 'bad'],
  ]);
  assert.equal(answered, 1);
  assert.deepEqual(refused, ['part 3, step: it stands behind the first error']);
});

test('asked again, a model takes back what it says no more', () => {
  const first = read(EVERY, [{ part: 1, answers: { step: 'bad', kind: ['sign'], sure: true } }]).decisions;
  const { decisions, answered } = read(EVERY, [{ part: 1, answers: { step: 'good' } }], first);
  assert.deepEqual(gist(decisions), [
    [0, 'step', 'good'],
    [0, 'kind', null],
    [0, 'sure', null],
  ]);
  assert.equal(answered, 1);
});

test('whatever a model says, what is kept is what the scheme asks, and each answer is kept or refused', () => {
  const quote = fc.constantFrom('halve it', 'Halve', '$x^2$', '3', 'nowhere');
  const spans = fc.array(fc.record({ quote, value: fc.constantFrom('slip', 'other') }), { maxLength: 2 });
  const values = fc.constantFrom<unknown>('good', 'bad', 'pi', 'sign', true, false, 0, 1, 3, 7, null, '');
  const lists = fc.array(fc.constantFrom('sign', 'unit', 'other'), { maxLength: 3 });
  const answer = fc.oneof(
    values,
    lists,
    spans,
    fc.record({ value: values, why: fc.constantFrom('so', ' ') }),
  );
  const ids = fc.constantFrom(...askedQuestions(EVERY.scheme).map(({ id }) => id), 'other', 'constructor');
  const parts = fc.array(
    fc.record({ part: fc.integer({ min: -1, max: 4 }), answers: fc.dictionary(ids, answer) }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(parts, fc.boolean(), (reply, ends) => {
      const scheme = ends
        ? { ...EVERY, scheme: { ...EVERY.scheme, mode: 'first error' as const, before: 'good' } }
        : EVERY;
      const { questions, parts: of } = asked(scheme);
      const given = JSON.parse(JSON.stringify(reply)) as typeof reply;
      const count = given
        .flatMap(({ answers }) => Object.values(answers))
        .filter((each) => each !== null).length;
      const kept = (() => {
        try {
          return read(scheme, reply);
        } catch (error) {
          assert.match(String(error), /answered none|No answer of the model fits/);
          return null;
        }
      })();
      if (!kept) return;
      assert.equal(kept.answered + kept.refused.length, count);
      const said = answersOn(
        scheme,
        of.map(({ target }) => target),
        kept.decisions,
      );
      for (const decision of kept.decisions) {
        assert.ok(decisionSchema.safeParse(decision).success, JSON.stringify(decision));
        for (const span of spansIn(decision.value)) {
          const { step } = decision.target as { step: number };
          assert.equal(trace.steps[step]?.source.text.slice(span.start, span.end), span.text);
        }
      }
      for (const { answers, after } of said)
        for (const question of questions)
          if (answers.has(question.id)) assert.ok(!after && isAsked(question, answers), question.id);
    }),
    { numRuns: 500 },
  );
});

test('the questions are told with their guidelines, values, conditions and forms', () => {
  const prompt = promptFor(EVERY);
  for (const line of [
    'Guideline:\nJudge what stands there.',
    '- "step": It is Answer: one of "good" (Fine: and follows), "bad".',
    '- "kind": Kind Only where "step" is "bad". Answer: a list of any of "sign", "unit"; [] where none holds.',
    '- "sure": Sure? Answer: one of true (Yes), false (No).',
    '- "hard": How hard Answer: one of 1, 2, 3.',
    '- "plan/aim": Aim Answer: one of 0, 1, 2, as {"value": …, "why": "…"}.',
    '- "idea": Idea Answer: one of "pi" (Pigeons).',
    '- "words": In words Answer: a text of your own.',
    'Part 1, step: Halve it, halve it.\nPart 2, step: Then $x^2$ is $9$.\nPart 3, step: So 3.',
  ])
    assert.ok(prompt.includes(line), `${line}\n\nis not in\n\n${prompt}`);
  assert.match(prompt, /"where": Where Answer: \[\{"quote": "…", "value": …\}, …\].+value one of "slip"\./);
  assert.match(promptFor(named(FIRST_ERROR)), /end with the first that is "bad"/);
});

test('of steps and traces the reference answer and other traces are not sent; never an author or another field', () => {
  const told = {
    step: promptFor(EVERY),
    trace: promptFor(named({ ...EVERY.scheme, target: 'trace', questions: [EVERY.scheme.questions[0]] })),
    row: promptFor(named({ ...EVERY.scheme, target: 'row', questions: [EVERY.scheme.questions[0]] })),
    hint: promptFor(named({ ...EVERY.scheme, target: 'hint' })),
    pair: promptFor(
      named({ ...EVERY.scheme, target: 'pair', questions: [EVERY.scheme.questions[0]] }),
      { kind: 'pair', with: 'id:2' },
      { ...reading, problem: [text('q', 'The other one.')] },
    ),
  };
  for (const prompt of Object.values(told)) {
    assert.doesNotMatch(prompt, /Aster|Birch|of nobody/);
    assert.match(prompt, /What is \$x\$\?/);
  }
  for (const prompt of [told.step, told.trace]) assert.doesNotMatch(prompt, /gold 42|Square|step 1/);
  assert.match(told.row, /gold 42.+Hint 1: Square it.+Solution 2:\n\nStep 1: step 0/s);
  assert.match(told.hint, /gold 42.+Part 1: Square it\.\nPart 2: h2/s);
  assert.match(told.pair, /The second problem:\n\nProblem:\nThe other one\./);
});

test('regions are not asked about, nor what a row lacks', () => {
  const of = (target: string) => named({ target, questions: [EVERY.scheme.questions[0]] });
  assert.throws(() => asked(of('region')), /pictures are not sent/);
  assert.throws(() => asked(of('concept')), /no concept to ask/);
  assert.throws(() => asked(of('step'), { kind: 'row' }), /no step to ask/);
});
