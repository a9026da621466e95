import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne, texts } from './seed';

test('16 MathCanvas: question and solution in parts stay whole and visible, and the answer is found', () => {
  const row = {
    id: 'c1',
    question_interleave: [
      { type: 'text', index: 0, content: 'What is the area of' },
      { type: 'image', index: 0, content: 'q0.png' },
    ],
    solution_interleave: [{ type: 'text', index: 0, content: 'It is half of the square.' }],
    answer: '2',
    knowledge: 'Plane Geometry',
  };
  const reading = openOne(row);
  assert.equal(reading.profile, 'mathcanvas');
  assert.deepEqual(
    reading.layout.map((part) => (part.kind === 'text' ? part.source.text : part.medium.file)),
    ['What is the area of', 'q0.png'],
  );
  assert.equal(reading.traces[0]?.steps.length, 1);
  assert.deepEqual(texts(reading.answers), ['2']);
  assert.match(JSON.stringify(reading), /What is the area of/);
  assert.match(JSON.stringify(reading), /It is half of the square/);
});
