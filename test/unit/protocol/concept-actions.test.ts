import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { conceptActions, isConceptAction } from '../../../src/protocol/concept-page';

interface Manifest {
  contributes: {
    commands: { command: string; title: string; category: string }[];
    keybindings: { command: string; key: string; when: string }[];
    menus: Record<string, { command: string; when: string }[]>;
    views: { scholium: { id: string }[] };
    viewsWelcome: { view: string; contents: string }[];
  };
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const PREFIX = 'scholium.conceptGraph.';
const FRONT = "activeWebviewPanelId == 'scholium.conceptGraph'";
const ours = <T extends { command: string }>(all: T[] = []) =>
  all.filter(({ command }) => command.startsWith(PREFIX));

test('each action of the concepts’ page is a command with its title and its key, and no other is', () => {
  const specs = Object.entries(conceptActions);
  assert.deepEqual(
    ours(contributes.commands).map(({ command, title, category }) => [command, title, category]),
    specs.map(([id, { title }]) => [PREFIX + id, title, 'Scholium']),
  );
  assert.deepEqual(
    ours(contributes.keybindings).map(({ command, key, when }) => [command, key, when]),
    specs.map(([id, { key }]) => [PREFIX + id, key, `${FRONT} && scholium.conceptKeys`]),
  );
  const inPalette = ours(contributes.menus['commandPalette']);
  assert.deepEqual(
    inPalette.map(({ command, when }) => [command, when]),
    specs.map(([id]) => [PREFIX + id, FRONT]),
  );
});

test('titles, caps and keys tell actions apart', () => {
  for (const field of ['title', 'cap', 'key'] as const) {
    const values = Object.values(conceptActions).map((spec) => spec[field]);
    assert.equal(new Set(values).size, values.length, field);
  }
  const titles = contributes.commands.map(({ title }) => title);
  assert.equal(new Set(titles).size, titles.length);
});

test('inherited names are no actions', () => {
  assert.ok(isConceptAction('fit'));
  for (const name of ['constructor', '__proto__', 'Fit', ''])
    assert.equal(isConceptAction(name), false, name);
});

test('the view’s commands that need an entry are not in the palette, and an empty view says what to do', () => {
  const hidden = (contributes.menus['commandPalette'] ?? []).filter(({ when }) => when === 'false');
  assert.deepEqual(
    hidden.map(({ command }) => command),
    [
      'scholium.concepts.find',
      'scholium.concepts.openEntry',
      'scholium.flags.open',
      'scholium.flags.comment',
      'scholium.flags.resolve',
      'scholium.flags.reopen',
      'scholium.findings.open',
      'scholium.findings.findRows',
    ],
  );
  const [view] = contributes.views.scholium;
  const words = contributes.viewsWelcome
    .filter((each) => each.view === view?.id)
    .map(({ contents }) => contents);
  assert.equal(words.length, 2);
  assert.match(words.join('\n'), /Open a dataset[^]*concepts\.jsonl[^]*key c/);
});
