import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idCheck } from '../../../src/core/check/id-check';
import { genericProfile } from '../../../src/core/profile/shipped';
import { parseRow } from '../../../src/core/row/parse';

test('ids that are the same only as they are read are told as that', () => {
  const ids = idCheck.start(genericProfile);
  const rows = ['{"id":12345678901234567}', '{"id":12345678901234568}', '{"id":7}', '{"id":7}'];
  for (const [number, text] of rows.entries()) {
    const bytes = Buffer.from(text);
    ids.row({ number, bytes, size: bytes.length, parsed: parseRow(text), reading: () => null });
  }
  const told = ids.told([{ firstRow: 0, facts: ids.facts() }]);
  assert.deepEqual(
    told.map(({ row, rule, path }) => [row, rule, path]),
    [
      [1, 'id/repeated', ['id']],
      [3, 'id/repeated', ['id']],
    ],
  );
  assert.match(told[0]?.message ?? '', /^Row 1 has an id that is the same as it is read: .*in quotes\.$/);
  assert.equal(told[1]?.message, 'Row 3 has the same id.');
});
