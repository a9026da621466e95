import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { actions, isAction } from '../../../src/protocol/actions';
import type { ActionSpec } from '../../../src/protocol/actions';

interface Manifest {
  contributes: {
    commands: { command: string; title: string; category: string }[];
    keybindings: { command: string; key: string; mac?: string; when: string }[];
    menus: { commandPalette: { command: string; when: string }[] };
  };
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
/** A comparison and the panels of concepts and measures have keys of their own: see compare-actions.test.ts and its like. */
const ofThePage = contributes.keybindings.filter(
  ({ command }) => !/^scholium\.(compare|conceptGraph|measures|evidence|findings)\./.test(command),
);
const isHistory = ({ command }: { command: string }) => /^scholium\.(undo|redo)Edit$/.test(command);
const keybindings = ofThePage.filter((binding) => !isHistory(binding));
const specs: [string, ActionSpec][] = Object.entries(actions);
const VIEWS = ['focus', 'answer', 'table', 'group', 'review'] as const;
const commandOf = (id: string) => `scholium.${id}`;

/** The views that a condition names; undefined where it holds in all. */
function viewsOf(when: string): string[] | undefined {
  const [, one, several] = /scholium\.view (?:== '(\w+)'|=~ \/\^\(([\w|]+)\)\$\/)$/.exec(when) ?? [];
  return one ? [one] : several?.split('|');
}

for (const [id, { title, key }] of specs) {
  test(`${id} is a command with its title, and has its key`, () => {
    const commands = contributes.commands.filter(({ command }) => command === commandOf(id));
    assert.deepEqual(
      commands.map((command) => [command.title, command.category]),
      [[title, 'Scholium']],
    );
    const bindings = contributes.keybindings.filter(({ command }) => command === commandOf(id));
    assert.deepEqual(
      bindings.map((binding) => binding.key),
      [key],
    );
  });
}

test('every key that is bound is the key of an action', () => {
  for (const { command, key } of keybindings) {
    const id = command.replace(/^scholium\./, '');
    assert.ok(isAction(id), command);
    assert.equal((actions[id] as ActionSpec).key, key);
  }
});

test('undo and redo of edits have the keys that VS Code has for them, where no text is typed', () => {
  const history = ofThePage.filter(isHistory);
  assert.deepEqual(
    history.map(({ command, key, mac }) => [command, key, mac]),
    [
      ['scholium.undoEdit', 'ctrl+z', 'cmd+z'],
      ['scholium.redoEdit', 'ctrl+y', undefined],
      ['scholium.redoEdit', 'ctrl+shift+z', 'cmd+shift+z'],
    ],
  );
  for (const { when, key } of history) {
    assert.equal(when, "activeCustomEditorId == 'scholium.dataset' && scholium.keys");
    assert.ok(keybindings.every((binding) => binding.key !== key));
  }
});

test('no key is bound twice in a view, and none without the editor in front', () => {
  for (const view of VIEWS) {
    const keys = keybindings.flatMap(({ when, key }) =>
      (viewsOf(when)?.includes(view) ?? true) ? [key] : [],
    );
    assert.equal(new Set(keys).size, keys.length, view);
  }
  for (const { command, when, key } of keybindings) {
    assert.match(when, /^activeCustomEditorId == 'scholium\.dataset'/, key);
    const typed = !/^(ctrl|cmd)\+/.test(key);
    if (typed) assert.match(when, /&& scholium\.keys\b/, `${key} must be dead in text boxes`);
    const id = command.replace(/^scholium\./, '');
    const view = isAction(id) ? (actions[id] as ActionSpec).view : undefined;
    assert.deepEqual(viewsOf(when), view && [view].flat(), key);
  }
});

test('no command appears twice, and every palette entry is a command', () => {
  const commands = contributes.commands.map(({ command }) => command);
  assert.equal(new Set(commands).size, commands.length);
  for (const { command } of contributes.menus.commandPalette) assert.ok(commands.includes(command), command);
  const inPalette = new Set(contributes.menus.commandPalette.map(({ command }) => command));
  for (const [id] of specs)
    assert.ok(inPalette.has(commandOf(id)), `${id} is offered where it can do nothing`);
});

test('titles and key caps tell the actions of a view apart', () => {
  for (const view of VIEWS) {
    const here = specs.filter(([, spec]) => [spec.view ?? view].flat().includes(view));
    for (const field of ['title', 'cap', 'key'] as const) {
      assert.equal(new Set(here.map(([, spec]) => spec[field])).size, here.length, field);
    }
  }
});

test('inherited names are no actions', () => {
  assert.ok(isAction('labelGood'));
  for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty', '', 'LabelGood']) {
    assert.equal(isAction(name), false, name);
  }
});
