import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CountMemory } from '../../../src/core/column/count-memory';

test('blocks begin as zeros and keep what is written in them, while others are made and given back', () => {
  const steps = fc.array(fc.record({ bytes: fc.integer({ min: 1, max: 100_000 }), back: fc.boolean() }), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(steps, (all) => {
      const memory = new CountMemory();
      const held: { at: number; bytes: number; mark: number }[] = [];
      all.forEach(({ bytes, back }, step) => {
        const old = back ? held.pop() : undefined;
        if (old) memory.release(old.at, old.bytes);
        const at = memory.allocate(bytes);
        assert.ok(memory.bytes.subarray(at, at + bytes).every((byte) => byte === 0));
        assert.equal(at % 8, 0);
        memory.bytes.fill(step + 1, at, at + bytes);
        held.push({ at, bytes, mark: step + 1 });
      });
      for (const { at, bytes, mark } of held)
        assert.ok(memory.bytes.subarray(at, at + bytes).every((byte) => byte === mark));
    }),
  );
});

test('a block that is given back is used again', () => {
  const memory = new CountMemory();
  const first = memory.allocate(1000);
  memory.release(first, 1000);
  assert.equal(memory.allocate(900), first);
});
