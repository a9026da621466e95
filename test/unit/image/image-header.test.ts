import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeImage, MOST_BYTES } from '../../../src/core/image/image-check';
import { imageHeader } from '../../../src/core/image/image-header';
import { isInlineImage, judgeInline } from '../../../src/core/image/inline-image';
import { gif, jpeg, png, pngOf, webp } from './made-images';

const shown = (bytes: Uint8Array) => judgeImage('a.png', bytes, bytes.length);

test('the header of every kind tells its size, whatever the name', () => {
  for (const make of [png, jpeg, gif, webp]) {
    const facts = shown(make(30, 20));
    assert.equal(facts.fault, null, make.name);
    assert.deepEqual([facts.width, facts.height], [30, 20], make.name);
    assert.equal(facts.type, `image/${make.name}`);
  }
});

test('a photograph taken on its side has the size that it is shown in', () => {
  assert.deepEqual(imageHeader(jpeg(30, 20, 6)), { type: 'image/jpeg', width: 20, height: 30 });
  assert.deepEqual(imageHeader(jpeg(30, 20, 3)), { type: 'image/jpeg', width: 30, height: 20 });
});

test('what is no image, or a dangerous one, is refused with the reason', () => {
  const hostile: [string, Uint8Array, RegExp][] = [
    [
      'SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      /SVG, which can/,
    ],
    ['SVG behind XML', Buffer.from('<?xml version="1.0"?>\n<svg onload="x()"/>'), /SVG, which can/],
    ['a page', Buffer.from('<html><script>alert(1)</script></html>'), /is not a PNG/],
    ['a page that begins like a GIF', Buffer.from('GIF8<script>alert(1)</script>'), /is not a PNG/],
    ['text', Buffer.from('hello'), /is not a PNG/],
    ['nothing', Buffer.alloc(0), /is not a PNG/],
    ['huge dimensions', pngOf(60_000, 60_000, Buffer.alloc(4)), /60000 × 60000 pixels/],
    ['no width', pngOf(0, 10, Buffer.alloc(4)), /is not a PNG/],
    ['a cut PNG', png(40, 40).subarray(0, -20), /is cut off/],
    ['a PNG of its signature', png(4, 4).subarray(0, 8), /is not a PNG/],
    ['a cut JPEG', jpeg(40, 40).subarray(0, -2), /is cut off/],
    ['a cut WebP', webp(40, 40).subarray(0, 34), /is cut off/],
  ];
  for (const [name, bytes, message] of hostile) {
    const facts = shown(bytes);
    assert.notEqual(facts.fault, null, name);
    assert.match(facts.fault === null ? '' : facts.message, message, name);
  }
  assert.equal(judgeImage('a', new Uint8Array(), MOST_BYTES + 1).fault, 'refused');
});

test('no beginning of an image makes the reader fail', () => {
  for (const make of [png, jpeg, gif, webp]) {
    const bytes = make(9, 9);
    for (let length = 0; length < bytes.length; length++) imageHeader(bytes.subarray(0, length));
  }
});

test('an image in the row is base64 with or without the head of a data URL', () => {
  const text = Buffer.from(png(12, 7)).toString('base64');
  for (const value of [
    text,
    `data:image/png;base64,${text}`,
    `data:image/jpeg;charset=utf-8;base64,${text}`,
  ]) {
    assert.ok(isInlineImage(value));
    const facts = judgeInline('image', value);
    assert.deepEqual(facts.fault === null && [facts.width, facts.height, facts.type], [12, 7, 'image/png']);
  }
  assert.equal(judgeInline('image', 'data:image/png;base64,!!!').fault, 'unreadable');
  assert.equal(
    judgeInline('image', `data:image/png;base64,${btoa('<svg onload="x()"></svg>')}`).fault,
    'refused',
  );
  assert.ok(!isInlineImage('images/a.png'));
});
