import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LogEvent, SignedDecision } from '../../../src/core/annotation/event';
import { Fold } from '../../../src/core/annotation/fold';
import { linesToAppend, readSuggestions } from '../../../src/core/annotation/suggestion-log';
import {
  suggestionEffects,
  suggestionEffectWords,
  suggestionsFor,
} from '../../../src/core/review/suggestion-effect';
import { teamStatus, teamStatusWords } from '../../../src/core/review/team-status';
import { flag, idOf, label, numbers, undo, verdict } from '../annotation/events';

const MODEL = 'model:kim';
const text = (events: LogEvent[]) => events.map((event) => `${JSON.stringify(event)}\n`).join('');

function foldOf(...events: LogEvent[]): Fold {
  const fold = new Fold();
  fold.add(events);
  return fold;
}

test('of a model only that is shown of which one has spoken oneself', () => {
  const said = [0, 1].map((step) => label({ n: step, by: MODEL, step, value: 'bad' }));
  const own = label({ n: 10, by: 'ada', step: 1 });
  const others = label({ n: 11, by: 'bob', step: 0 });
  assert.deepEqual(numbers(suggestionsFor([...said, own, others], 'ada')), [1]);
  assert.deepEqual(suggestionsFor([...said, own], null), []);
});

test('of a model’s answers those are shown to questions that one answers oneself, as long as one does', () => {
  const answer = (n: number, by: string, question: string, value: string | null) =>
    ({ ...label({ n, by, step: 1 }), scheme: 's', question, value }) as SignedDecision;
  const said = [answer(1, MODEL, 'kind', 'sum'), answer(2, MODEL, 'sure', 'no')];
  assert.deepEqual(suggestionsFor([...said, answer(10, 'bob', 'kind', 'sum')], 'ada'), []);
  assert.deepEqual(numbers(suggestionsFor([...said, answer(10, 'ada', 'kind', 'sign')], 'ada')), [1]);
  assert.deepEqual(suggestionsFor([...said, answer(11, 'ada', 'kind', null)], 'ada'), []);
});

test('agreement counts what was said blind; a change after the suggestion was seen is counted apart', () => {
  const suggested = [0, 1, 2].map((step) => label({ n: step, by: MODEL, step, value: 'bad' }));
  const blind = [
    label({ n: 10, by: 'ada', step: 0, value: 'bad' }),
    label({ n: 11, by: 'ada', step: 1, value: 'good' }),
    label({ n: 12, by: 'ada', step: 2, value: 'good' }),
  ];
  const changed = [
    { ...label({ n: 13, by: 'ada', step: 1, value: 'bad' }), seen: [idOf(1)] },
    { ...label({ n: 14, by: 'ada', step: 2, value: 'neutral' }), seen: [idOf(2)] },
    { ...label({ n: 15, by: 'ada', step: 0, value: 'good' }), seen: [idOf(0)] },
  ];
  const fold = foldOf(...suggested, ...blind, ...changed, undo({ n: 16, by: 'ada', of: 15 }));
  const effects = suggestionEffects(fold.decisions);
  assert.deepEqual(effects, [
    { annotator: 'ada', model: MODEL, blind: 3, same: 1, changedTo: 1, changedOtherwise: 1 },
  ]);
  assert.match(
    suggestionEffectWords(effects),
    /^ada and model:kim: 1 of 3 labels given blind are the same; .* 1 changed to it, 1 otherwise\.\n$/,
  );
});

test('a file of suggestions goes to the models’ logs, and each line once', () => {
  const events = [label({ n: 1, by: MODEL }), verdict({ n: 2, by: MODEL }), label({ n: 3, by: 'model:lee' })];
  const found = readSuggestions('m.jsonl', text(events));
  assert.deepEqual([...found.keys()], [MODEL, 'model:lee']);
  const kims = found.get(MODEL) ?? [];
  const idsIn = (lines: string) => Array.from(lines.matchAll(/"id":"(\w+)"/g), ([, id]) => id);
  assert.deepEqual(idsIn(linesToAppend(kims, 'k', '')), [idOf(1), idOf(2)]);
  assert.deepEqual(idsIn(linesToAppend(kims, 'k', text(events.slice(0, 1)))), [idOf(2)]);
  assert.equal(linesToAppend(kims, 'k', text(kims)), '');
  assert.match(linesToAppend(kims, 'k', '{"torn'), /^\n[{].*[}]\n$/s);
});

test('a person’s line, or one that is no event, is refused with its place, and nothing taken', () => {
  const line = text([label({ n: 1, by: MODEL })]);
  assert.throws(
    () => readSuggestions('m.jsonl', `${line}{"v":1}\n`),
    /^Error: m\.jsonl:2: .*Nothing was imported/,
  );
  assert.throws(
    () => readSuggestions('m.jsonl', text([label({ n: 1, by: 'ada' })])),
    /by “ada”.*begin with “model:”/,
  );
});

test('the status of a team: who said how much, and how the rows stand', () => {
  const fold = foldOf(
    label({ n: 1, by: 'bob', value: 'bad' }),
    label({ n: 2, by: 'ada' }),
    verdict({ n: 3, by: 'ada', row: 'id:2' }),
    flag({ n: 4, by: 'ada', row: 'id:2' }),
    label({ n: 5, by: MODEL }),
  );
  const status = teamStatus(fold);
  const { members, rows } = status;
  assert.deepEqual(
    members.map(({ annotator, rows: many, steps, verdicts, openFlags }) => [
      annotator,
      many,
      steps,
      verdicts,
      openFlags,
    ]),
    [
      ['ada', 2, 1, 1, 1],
      ['bob', 1, 1, 0, 0],
      [MODEL, 1, 1, 0, 0],
    ],
  );
  assert.deepEqual(rows, { alone: 1, agreed: 0, disputed: 1, settled: 0 });
  assert.match(teamStatusWords(status), /^annotator +rows.*\nada +2 .*\n\nRows: 1 disputed/s);
});
