import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { evidenceActions, isEvidenceAction } from '../../../src/protocol/evidence-page';

interface Manifest {
  contributes: {
    commands: { command: string; title: string; category: string }[];
    keybindings: { command: string; key: string; when: string }[];
    menus: Record<string, { command: string; when: string }[]>;
  };
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const PREFIX = 'scholium.evidence.';
const FRONT = "activeWebviewPanelId == 'scholium.evidence'";
const ours = <T extends { command: string }>(all: T[] = []) =>
  all.filter(({ command }) => command.startsWith(PREFIX));

test('each action of the evidence’s page is a command with its title and its key, and no other is', () => {
  const specs = Object.entries(evidenceActions);
  assert.deepEqual(
    ours(contributes.commands).map(({ command, title, category }) => [command, title, category]),
    specs.map(([id, { title }]) => [PREFIX + id, title, 'Scholium']),
  );
  assert.deepEqual(
    ours(contributes.keybindings).map(({ command, key, when }) => [command, key, when]),
    specs.map(([id, { key }]) => [PREFIX + id, key, `${FRONT} && scholium.evidenceKeys`]),
  );
  const inPalette = ours(contributes.menus['commandPalette']);
  assert.deepEqual(
    inPalette.map(({ command, when }) => [command, when]),
    specs.map(([id]) => [PREFIX + id, FRONT]),
  );
});

test('titles, caps and keys tell actions apart', () => {
  for (const field of ['title', 'cap', 'key'] as const) {
    const values = Object.values(evidenceActions).map((spec) => spec[field]);
    assert.equal(new Set(values).size, values.length, field);
  }
  const titles = contributes.commands.map(({ title }) => title);
  assert.equal(new Set(titles).size, titles.length);
});

test('inherited names are no actions', () => {
  assert.ok(isEvidenceAction('falseAlarm'));
  for (const name of ['constructor', '__proto__', 'FalseAlarm', ''])
    assert.equal(isEvidenceAction(name), false, name);
});
