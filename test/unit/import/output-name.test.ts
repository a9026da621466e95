import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { jsonlBeside } from '../../../src/core/import/output-name';

test('JSONL goes beside its source, and never over it', () => {
  const names: Record<string, string> = {
    'a.csv': 'a.jsonl',
    'a.b.parquet': 'a.b.jsonl',
    'a.json.gz': 'a.jsonl',
    'a.jsonl.zst': 'a.jsonl',
    'a.jsonl': 'a.converted.jsonl',
    'a.ndjson': 'a.converted.jsonl',
    data: 'data.jsonl',
  };
  for (const [from, to] of Object.entries(names)) {
    assert.equal(jsonlBeside(path.join('x', from)), path.join('x', to));
  }
});
