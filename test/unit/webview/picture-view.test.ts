import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitted, inside, onImage, onScreen, turned, zoomed } from '../../../webview/pictures/picture-view';

const IMAGE = { width: 400, height: 200 };
const BOX = { x: 10, y: 20, width: 30, height: 40 };

test('a box turns with its image, and comes back', () => {
  assert.deepEqual(onScreen(BOX, IMAGE, 1), { x: 140, y: 10, width: 40, height: 30 });
  for (const rotation of [0, 1, 2, 3] as const)
    assert.deepEqual(onImage(onScreen(BOX, IMAGE, rotation), IMAGE, rotation), BOX);
});

test('a picture fits its stage however it is turned, and is never larger than it is', () => {
  const stage = { width: 200, height: 200 };
  assert.equal(fitted(IMAGE, stage).scale, 0.5);
  assert.equal(fitted({ width: 20, height: 10 }, stage).scale, 1);
  let placing = fitted(IMAGE, { width: 400, height: 100 });
  for (const rotation of [1, 2, 3, 0] as const) {
    placing = turned(placing, IMAGE, stage);
    assert.deepEqual([placing.rotation, placing.scale], [rotation, 0.5]);
  }
});

test('the point under the pointer stays there while one zooms', () => {
  const about = { x: 50, y: -20 };
  const before = { scale: 0.5, rotation: 0 as const, x: 8, y: 6 };
  const after = zoomed(before, 2, about);
  for (const side of ['x', 'y'] as const)
    assert.ok(
      Math.abs((about[side] - before[side]) / before.scale - (about[side] - after[side]) / after.scale) <
        1e-9,
    );
  assert.ok(zoomed(before, 100).scale <= 16 && zoomed(before, -100).scale > 0);
});

test('a box is cut to whole pixels inside its image', () => {
  assert.deepEqual(inside({ x: -5.2, y: 190.4, width: 20, height: 50 }, IMAGE), {
    x: 0,
    y: 190,
    width: 15,
    height: 10,
  });
});
