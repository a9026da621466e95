import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collectRatings } from '../../../src/core/agreement/collect-ratings';
import type {
  AnswerDecision,
  Decision,
  RegionTarget,
  SignedDecision,
} from '../../../src/core/annotation/event';
import { decisionSchema } from '../../../src/core/annotation/event';
import { emptyReading } from '../../../src/core/profile/reading';
import { labelRecords } from '../../../src/core/review/label-record';
import { answersOn, answerWith, statusUnder } from '../../../src/core/scheme/answers';
import { isOfDataset, regionTargets } from '../../../src/core/scheme/region-targets';
import { targetsIn } from '../../../src/core/scheme/scheme-targets';
import { idOf } from '../annotation/events';
import { named } from './schemes';

const reading = {
  ...emptyReading(),
  media: [{ path: ['image'], file: 'a.png' }],
  regions: [
    {
      ...{ path: ['regions', 0], label: 'AB', image: 0, unit: 'pixel' as const },
      shape: { x: 3, y: 4, width: 50, height: 6 },
    },
    {
      ...{ path: ['regions', 1], label: 'C', image: 0, unit: 'part' as const },
      shape: { x: 0.5, y: 0.25, width: 0, height: 0 },
    },
    {
      ...{ path: ['regions', 2], label: 'of no image', image: 7, unit: 'pixel' as const },
      shape: { x: 1, y: 1, width: 1, height: 1 },
    },
  ],
};

const OWN: RegionTarget = {
  ...{ kind: 'region', region: '0b6f1f66-0000-4000-8000-000000000001', path: ['image'] },
  ...{ file: 'a.png', image: 'f'.repeat(32) },
};
const shape = { x: 1, y: 2, width: 3, height: 4 };
const drawn = (on: boolean): Decision => ({
  ...{ what: 'region', target: OWN, value: { shape, label: 'the side', on } },
});

const MARKS = named({
  target: 'region',
  questions: [
    { id: 'is', title: 'It is', kind: 'choice', values: [{ value: 'side' }, { value: 'angle' }] },
    { id: 'parts', title: 'Parts', kind: 'several', values: [{ value: 'line' }, { value: 'name' }] },
    { id: 'clear', title: 'How clear', kind: 'rating', from: 1, to: 3 },
    { id: 'remark', title: 'Remark', kind: 'text' },
  ],
});

test('the regions of the dataset come first, with where they are; then those that were drawn and not taken off', () => {
  const targets = targetsIn(reading, 'region', [drawn(true)]);
  assert.deepEqual(targets, [
    {
      ...{ kind: 'region', region: 'dataset-0', path: ['image'], file: 'a.png', image: '' },
      shape: { x: 3, y: 4, width: 50, height: 6 },
    },
    {
      ...{ kind: 'region', region: 'dataset-1', path: ['image'], file: 'a.png', image: '' },
      ...{ shape: { x: 0.5, y: 0.25, width: 0, height: 0 }, unit: 'part' },
    },
    { ...OWN, shape },
  ]);
  assert.deepEqual(regionTargets(reading, [drawn(true)]).map(isOfDataset), [true, true, false]);
  assert.equal(regionTargets(reading, [drawn(true), drawn(false)]).length, 2);
});

/** Answers about regions by their place, as a log takes them. */
function answered(...said: [at: number, question: string, value: string | number | string[]][]): Decision[] {
  return said.reduce(
    (decisions: Decision[], [at, question, value]) => {
      const all = answersOn(MARKS, regionTargets(reading, decisions), decisions);
      const made = answerWith(MARKS, all, at, question, value);
      for (const decision of made) assert.equal(decisionSchema.safeParse(decision).success, true);
      return [...decisions, ...made];
    },
    [drawn(true)],
  );
}

const ALL: Parameters<typeof answered>[0][] = [0, 1, 2].flatMap(
  (at): [number, string, string | number | string[]][] => [
    [at, 'is', 'side'],
    [at, 'parts', ['line', 'name']],
    [at, 'clear', 2],
  ],
);

test('an answer has the region’s id and where it is, and a row is done with all of its regions', () => {
  const decisions = answered(...ALL);
  const [, , , last] = decisions.toReversed() as AnswerDecision[];
  assert.deepEqual(last?.target.kind === 'region' && [last.target.region, last.target.shape], [
    'dataset-1',
    { x: 0.5, y: 0.25, width: 0, height: 0 },
  ]);
  assert.equal(statusUnder(MARKS, reading, decisions), 'done');
  assert.equal(statusUnder(MARKS, reading, answered(...ALL.slice(1))), 'begun');
  assert.equal(statusUnder(MARKS, reading, [drawn(true)]), 'untouched');
});

function signed(by: string, from: number, decisions: Decision[]): SignedDecision[] {
  return decisions.map((decision, at) => ({
    ...decision,
    ...{ v: 1, id: idOf(from + at), time: '2025-01-02T03:04:05.678Z', annotator: by, machine: '00000001' },
    row: { key: 'id:1', hash: 'h', number: 0 },
  }));
}

test('answers about a region of the dataset are compared between annotators, and told with where it is', () => {
  const standing = [
    ...signed('anna', 100, answered([0, 'is', 'side'], [0, 'clear', 3])),
    ...signed('ben', 200, answered([0, 'is', 'angle'], [0, 'clear', 3])),
  ];
  const items = collectRatings([standing]).find(({ about }) => about === 'own/is')?.items ?? [];
  assert.deepEqual(
    items.map(({ said }) => [...said].map(([name, { category }]) => `${name} ${category}`)),
    [['anna side', 'ben angle']],
  );
  const records = labelRecords(standing).map(({ region, question, standing: state }) => [
    ...[region?.region, region?.shape?.x, question, state],
  ]);
  assert.deepEqual(records, [
    ['dataset-0', 3, 'own/is', 'disputed'],
    ['dataset-0', 3, 'own/clear', 'agreed'],
  ]);
});
