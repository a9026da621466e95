import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { learnRows } from '../../../src/core/contamination/read-rows';
import { RowFields } from '../../../src/core/contamination/row-fields';
import { nodeFileStore } from '../../../src/core/dataset/node-file-store';
import { profileNamed } from '../profile/profiles';
import { folderWith } from '../temp-files';

test('what stands late in a file is learned as what stands early: a new field, a first text, a template', async (context) => {
  const template = 'Put your final answer within the box and say how sure you are of it.';
  const rows = Array.from({ length: 1200 }, (_, at) => {
    const name = Array.from(String(at), (digit) => 'bcdfghjklm'[Number(digit)]).join('a');
    const problem = `How old is ${name}orin, whose brother is 12? ${at > 400 ? template : ''}`;
    return JSON.stringify({
      problem,
      solution: at < 700 ? null : 'It is 7.',
      ...(at > 900 && { hint: 'Divide.' }),
    });
  });
  const folder = await folderWith(context, { 'rows.jsonl': rows.join('\n') });
  const learned = await learnRows(nodeFileStore, path.join(folder, 'rows.jsonl'), profileNamed('math'));
  const ways = new RowFields(learned.fields).waysByKey();
  assert.equal(ways?.get('problem'), 1);
  assert.equal(ways.get('solution'), 2);
  assert.ok(ways.has('hint'));
  assert.ok(learned.boilerplate?.some((bits) => bits !== 0));
});
