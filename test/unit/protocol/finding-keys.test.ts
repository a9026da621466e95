import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

interface Contributes {
  commands: { command: string; title: string; icon?: string }[];
  keybindings: { command: string; key: string; when: string }[];
  menus: Record<string, { command: string; when: string; group?: string }[]>;
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: Contributes };
const isOurs = ({ command }: { command: string }) => command.startsWith('scholium.findings.');
const commands = contributes.commands.filter(isOurs);

test('each act on a finding has a key of its own, and only in the view with no text box in it', () => {
  const keys = contributes.keybindings.filter(isOurs);
  const acts = new Set(keys.map(({ command }) => command.replace('scholium.findings.', '')));
  for (const act of ['right', 'falseAlarm', 'accept', 'reopen', 'fix', 'comment', 'findRows', 'filter'])
    assert.ok(acts.has(act), act);
  assert.equal(new Set(keys.map(({ key }) => key)).size, keys.length);
  for (const { when } of keys) assert.equal(when, 'focusedView == scholium.findings && !inputFocus');
});

test('what stands in the view’s title and beside its lines has an icon', () => {
  const places = [
    ...(contributes.menus['view/title'] ?? []),
    ...(contributes.menus['view/item/context'] ?? []),
  ];
  const shown = places.filter((each) => isOurs(each) && /^(navigation|inline)@/.test(each.group ?? ''));
  assert.ok(shown.length >= 8);
  for (const { command } of shown)
    assert.ok(commands.find((each) => each.command === command)?.icon, command);
});
