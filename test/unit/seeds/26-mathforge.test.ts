import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, openOne } from './seed';
import { foundIn } from './made';

test('26 MathForge: four wordings of one problem are a group by the problem they reword', () => {
  const wordings = ['original', 'background', 'term', 'sub-problem'];
  const rows = wordings.map((aspect, at) => ({
    id: `m-${at}`,
    original_id: 'm',
    problem: `Wording ${at}: find $x$.`,
    answer: '7',
    aspect,
    weight: 0.5,
  }));
  const { profile, readings } = open(rows);
  assert.equal(profile.id, 'mathforge');
  assert.deepEqual(
    readings.flatMap(({ links }) => links.map(({ type, group, place }) => [type, group, place])),
    wordings.map((aspect) => ['reformulation', 'm', aspect]),
  );
});

test("26 MathForge: the box around GEOQA's ground truth is taken off", () => {
  const { answers, media } = openOne({
    image_path: 'geo/1.png',
    question: 'Find the angle at A.',
    ground_truth: '\\boxed{140}',
  });
  assert.deepEqual(
    answers.map(({ text, dialect }) => [text, dialect]),
    [['140', 'tex']],
  );
  assert.equal(media.length, 1);
});

test('26 MathForge: another answer under another wording is found', async (context) => {
  const row = (id: string, aspect: string, answer: string) => ({
    id,
    original_id: 'm',
    problem: `The ${aspect} wording: find $x$.`,
    answer,
    aspect,
  });
  const rows = [row('m', 'original', '7'), row('m-1', 'background', '$7$'), row('m-2', 'term', '8')];
  assert.deepEqual(await foundIn(context, { 'rows.jsonl': rows }, 'links/answer'), [
    'rows.jsonl:3 links/answer',
  ]);
});
