import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { compareActions, isCompareAction } from '../../../src/protocol/compare-page';

interface Manifest {
  contributes: {
    commands: { command: string; title: string; category: string }[];
    keybindings: { command: string; key: string; when: string }[];
    menus: { commandPalette: { command: string; when: string }[] };
  };
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const PREFIX = 'scholium.compare.';
const FRONT = "activeWebviewPanelId == 'scholium.compare'";
const ours = <T extends { command: string }>(all: T[]) =>
  all.filter(({ command }) => command.startsWith(PREFIX));

test('each action of the comparison is a command with its title and its key, and no other is', () => {
  const specs = Object.entries(compareActions);
  assert.deepEqual(
    ours(contributes.commands).map(({ command, title, category }) => [command, title, category]),
    specs.map(([id, { title }]) => [PREFIX + id, title, 'Scholium']),
  );
  assert.deepEqual(
    ours(contributes.keybindings).map(({ command, key }) => [command, key]),
    specs.map(([id, { key }]) => [PREFIX + id, key]),
  );
});

test('keys and commands are there only with a comparison in front', () => {
  for (const { when } of ours(contributes.keybindings))
    assert.equal(when, `${FRONT} && scholium.compareKeys`);
  const inPalette = ours(contributes.menus.commandPalette);
  assert.equal(inPalette.length, Object.keys(compareActions).length);
  for (const { when } of inPalette) assert.equal(when, FRONT);
});

test('titles, caps and keys tell actions apart', () => {
  for (const field of ['title', 'cap', 'key'] as const) {
    const values = Object.values(compareActions).map((spec) => spec[field]);
    assert.equal(new Set(values).size, values.length, field);
  }
  const titles = contributes.commands.map(({ title }) => title);
  assert.equal(new Set(titles).size, titles.length);
});

test('inherited names are no actions', () => {
  assert.ok(isCompareAction('next'));
  for (const name of ['constructor', '__proto__', 'Next', ''])
    assert.equal(isCompareAction(name), false, name);
});
