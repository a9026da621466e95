import * as vscode from 'vscode';
import type { BulkChange } from '../../core/edit/bulk-edit';
import { errorMessage } from '../../core/error-message';
import { parsePath } from '../../core/field/path-pattern';
import type { PathPattern } from '../../core/field/path-pattern';
import type { Json } from '../../core/row/json';

const KINDS: { does: BulkChange['kind']; label: string; detail: string }[] = [
  { does: 'set', label: 'Set a field', detail: 'the same value in every row; added where it is missing' },
  { does: 'replace', label: 'Replace text in a field', detail: 'a text or a regular expression' },
  { does: 'remove', label: 'Remove a field', detail: 'with its value' },
  { does: 'rename', label: 'Rename a field', detail: 'its value and its place stay' },
];

/** Asks what is to be changed in many rows; null when the question was dismissed. `fields` are offered. */
export async function chooseChange(fields: string[]): Promise<BulkChange | null> {
  const picked = await vscode.window.showQuickPick(KINDS, { title: vscode.l10n.t('Change rows') });
  const path = picked && (await choosePath(fields, picked.label));
  if (!path) return null;
  switch (picked.does) {
    case 'set':
      return chooseValue(path);
    case 'replace':
      return chooseReplacement(path);
    case 'remove':
      return { kind: 'remove', path };
    case 'rename': {
      const to = await ask(vscode.l10n.t('New name of the field'), (text) => text !== '');
      return to === undefined ? null : { kind: 'rename', path, to };
    }
  }
}

async function choosePath(fields: string[], title: string): Promise<PathPattern | null> {
  const other = vscode.l10n.t('Another field…');
  const items = [...fields, other];
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('Which field?'),
  });
  if (picked !== other) return picked === undefined ? null : parsePath(picked);
  const typed = await ask(
    vscode.l10n.t('A field as a path: meta.level, steps[0].text, steps[].text'),
    (text) => parsePath(text) !== null,
  );
  return typed === undefined ? null : parsePath(typed);
}

async function chooseValue(path: PathPattern): Promise<BulkChange | null> {
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('New value'),
    prompt: vscode.l10n.t('JSON, or text as it is'),
    validateInput: (text) => ({
      message: vscode.l10n.t('It will be {0}', JSON.stringify(valueOf(text))),
      severity: vscode.InputBoxValidationSeverity.Info,
    }),
  });
  return typed === undefined ? null : { kind: 'set', path, value: valueOf(typed) };
}

function valueOf(typed: string): Json {
  try {
    return JSON.parse(typed) as Json;
  } catch {
    return typed;
  }
}

async function chooseReplacement(path: PathPattern): Promise<BulkChange | null> {
  const find = await vscode.window.showInputBox({
    title: vscode.l10n.t('Text to find'),
    prompt: vscode.l10n.t('As it is, or /a regular expression/ with flags'),
    validateInput: (text) => faultOf(text),
  });
  if (find === undefined) return null;
  const expression = expressionOf(find);
  const replacement = await vscode.window.showInputBox({
    title: vscode.l10n.t('Replace with'),
    prompt: expression
      ? vscode.l10n.t('$1 stands for what the first parenthesis found')
      : vscode.l10n.t('Text; may be empty'),
  });
  if (replacement === undefined) return null;
  return { kind: 'replace', path, find, replacement, ...expression };
}

function faultOf(text: string): string | null {
  if (text === '') return vscode.l10n.t('A text is needed.');
  const expression = expressionOf(text);
  if (!expression) return null;
  try {
    RegExp(expression.find, expression.flags);
    return null;
  } catch (error) {
    return errorMessage(error);
  }
}

function expressionOf(text: string): { find: string; flags: string } | null {
  const [, find, flags] = /^\/(.+)\/([a-z]*)$/s.exec(text) ?? [];
  return find === undefined ? null : { find, flags: flags ?? '' };
}

async function ask(title: string, isValid: (text: string) => boolean): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title,
    validateInput: (text) => (isValid(text) ? null : vscode.l10n.t('This is not a field.')),
  });
}
