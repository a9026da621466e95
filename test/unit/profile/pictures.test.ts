import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placedImages } from '../../../src/core/profile/placed-images';
import { rowPictures } from '../../../src/core/profile/row-pictures';
import type { Json } from '../../../src/core/row/json';
import { png } from '../image/made-images';
import { openOne } from '../seeds/seed';

const BASE64 = Buffer.from(png(8, 6)).toString('base64');
const files = (row: Json) =>
  rowPictures(openOne(row)).map(({ file, data }) => (data === undefined ? file : `${file}*`));
const Q = { question: 'What is the area of the figure?', answer: '4' };

test('images are found in whatever way a row has them', () => {
  const cases: [Record<string, Json>, string[]][] = [
    [{ image: 'a/b.png' }, ['a/b.png']],
    [{ images: ['a.png', 'b.jpg'] }, ['a.png', 'b.jpg']],
    [{ image: '["a.png", "b.png"]' }, ['a.png', 'b.png']],
    [{ image: "['a.png']" }, ['a.png']],
    [{ file_name: 'a.png' }, ['a.png']],
    [{ file_name: 'a.jsonl' }, []],
    [{ image: BASE64 }, ['*']],
    [{ image: `data:image/png;base64,${BASE64}` }, ['*']],
    [{ image: { bytes: BASE64, path: 'c.png' } }, ['c.png*']],
    [{ images: [{ bytes: null, path: 'd.png' }] }, ['d.png']],
    [{ decoded_image: { src: 'e.webp', height: 3, width: 4 } }, ['e.webp']],
    [{ image_id: 173 }, ['173']],
    [{ images: { image1: 'x.png', image2: 'y.png' } }, ['x.png', 'y.png']],
    [{ image_1: 'x.png', image_2: 'y.png' }, ['x.png', 'y.png']],
    [{ image: 'https://example.org/a.png' }, ['https://example.org/a.png']],
    [
      {
        options: [
          { label: 'A', image: 'a.png' },
          { label: 'B', image: 'b.png' },
        ],
      },
      ['a.png', 'b.png'],
    ],
    [{ options: ['a.png', 'b.png'] }, ['a.png', 'b.png']],
    [{ student_scratchwork: 'work.jpg' }, ['work.jpg']],
    [{ solution: 'First ![a cut](cut.png) then.\n\nSecond ![](two.png).' }, ['cut.png', 'two.png']],
    [{ images: ['a.png', '../../etc/passwd'] }, ['a.png', '../../etc/passwd']],
    [{ image: '', picture: null }, []],
  ];
  for (const [fields, names] of cases)
    assert.deepEqual(files({ ...Q, ...fields }), names, JSON.stringify(fields));
});

test('parts of text and image keep their order, and an image is counted in the list beside', () => {
  const part = (type: string, index: number, content: string) => ({ type, index, content });
  const row = {
    question_interleave: [
      part('text', 0, 'In'),
      part('image', 1, ''),
      part('text', 1, 'find x.'),
      part('image', 0, ''),
    ],
    question_images: ['zero.png', 'one.png'],
    solution_interleave: [part('image', 0, 's.png'), part('text', 0, 'It is half.'), part('image', 7, '')],
    answer: '2',
  };
  const { layout, traces, others, problem } = openOne(row);
  assert.deepEqual(
    layout.map((each) => (each.kind === 'text' ? each.source.text : each.medium.file)),
    ['In', 'one.png', 'find x.', 'zero.png'],
  );
  assert.equal(problem.length, 2);
  assert.deepEqual(
    traces[0]?.steps.map(({ source, media = [] }) => [source.text, media.map(({ file }) => file)]),
    [
      ['', ['s.png']],
      ['It is half.', ['']],
    ],
  );
  assert.deepEqual(others, []);
});

test('indices that begin at 1 count from 1', () => {
  const row = {
    question_interleave: [
      { type: 'image', index: 1 },
      { type: 'image', index: 2 },
      { type: 'text', index: 1, content: 'Compare.' },
    ],
    question_images: ['a.png', 'b.png'],
    answer: '1',
  };
  assert.deepEqual(files(row), ['a.png', 'b.png']);
});

test("a chat's images stand where they stand in the message", () => {
  const { media, layout, problem } = openOne({
    messages: [
      {
        role: 'user',
        content: [
          { type: 'image_url', image_url: { url: `data:image/png;base64,${BASE64}` } },
          { type: 'text', text: 'What is x?' },
          { type: 'image', image: 'b.png' },
        ],
      },
      { role: 'assistant', content: 'It is 4.\n\nSo x = 4.' },
    ],
  });
  assert.equal(problem[0]?.text, 'What is x?');
  assert.deepEqual(
    layout.map(({ kind }) => kind),
    ['medium', 'text', 'medium'],
  );
  assert.equal(media.length, 2);
});

test('signs in texts stand for images: by number, by name, in turn; one without an image stands for none', () => {
  const placed = (row: Record<string, Json>) =>
    placedImages(openOne({ answer: '1', ...row })).map(
      ({ sign, medium }) => `${sign} ${medium?.file ?? 'none'}`,
    );
  const images = ['a.png', 'b.png'];
  assert.deepEqual(placed({ question: 'See <image2> and <image_1>, not <image3>.', images }), [
    '<image2> b.png',
    '<image_1> a.png',
    '<image3> none',
  ]);
  assert.deepEqual(placed({ question: '<image0> or <image1>?', images }), [
    '<image0> a.png',
    '<image1> b.png',
  ]);
  assert.deepEqual(placed({ question: '<image>\nWhich?', options: ['A. <image>', 'B. 3'], images }), [
    '<image> a.png',
    '<image> b.png',
  ]);
  assert.deepEqual(placed({ question: 'See <image 2>.', image_1: 'p.png', image_2: 'q.png' }), [
    '<image 2> q.png',
  ]);
  assert.deepEqual(placed({ question: 'If a < b and <img> is text' }), ['<img> none']);
});

test('boxes and points: corners, sizes, parts of the whole', () => {
  const regions = (marks: Json) => openOne({ ...Q, image: 'a.png', regions: marks }).regions;
  const box = { x: 10, y: 12, width: 10, height: 20 };
  assert.deepEqual(
    regions([{ label: 'A', box: [10, 12, 20, 32] }]).map(({ label, shape, unit }) => [label, shape, unit]),
    [['A', box, 'pixel']],
  );
  assert.deepEqual(regions([{ x: 10, y: 12, w: 10, h: 20 }])[0]?.shape, box);
  assert.deepEqual(regions({ A: [0.5, 0.25] })[0], {
    path: ['regions', 'A'],
    label: 'A',
    image: 0,
    shape: { x: 0.5, y: 0.25, width: 0, height: 0 },
    unit: 'part',
  });
  assert.deepEqual(openOne({ ...Q, regions: [{ box: [1, 2, 3, 4] }] }).regions, []);
});
