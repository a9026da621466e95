import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listChoices } from '../../../src/core/concept/tag-choices';
import type { KnownChoices, TagChoice } from '../../../src/core/concept/tag-choices';

const choice = (id: string, name: string): TagChoice => ({ id, name, about: 'concept' });
const sum = choice('C_sum', 'rule of sum');
const product = choice('C_prod', 'rule of product');
const pigeons = choice('C_pig', 'pigeonhole principle');
const known: KnownChoices = { library: [sum, product, pigeons], set: [product], recent: [pigeons, product] };

const listed = (typed: string, choices = known) =>
  listChoices(choices, typed).map(({ choice: { id }, as }) => `${as} ${id}`);

test('what is set stands first, then what was used lately, then the library, each once', () => {
  assert.deepEqual(listed(''), ['set C_prod', 'recent C_pig', 'library C_sum']);
});

test('letters that are not next to one another find a name, and ids are found too', () => {
  assert.deepEqual(listed('ruprod'), ['set C_prod', 'own ruprod']);
  assert.deepEqual(listed('c_sum'), ['library C_sum']);
  assert.deepEqual(listed('principle pigeon'), ['recent C_pig', 'own principle pigeon']);
});

test('a name that is nowhere is offered as one’s own, at the end; one that is somewhere is not', () => {
  assert.deepEqual(listed(' new idea '), ['own new idea']);
  assert.deepEqual(listed('RULE OF SUM'), ['library C_sum']);
  assert.deepEqual(listed('  '), listed(''));
});

test('of a large library only so many are listed as can be looked at', () => {
  const library = Array.from({ length: 5000 }, (_, at) => choice(`C_${at}`, `concept ${at}`));
  assert.equal(listed('', { library, set: [], recent: [] }).length, 200);
  assert.equal(listed('concept 4321', { library, set: [], recent: [] })[0], 'library C_4321');
});
