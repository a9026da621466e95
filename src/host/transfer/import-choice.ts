import * as vscode from 'vscode';
import { defaultImport } from '../../core/import/import-options';
import type { CellType, ImportOptions } from '../../core/import/import-options';
import type { ImportPreview, PreviewField } from '../../core/import/preview';
import type { ReadOnlyTexts } from '../read-only-texts';

interface FieldItem extends vscode.QuickPickItem {
  field: string;
}

/** Asks which fields to take over, and what else this kind of file leaves open. Null when somebody thinks better of it. */
export async function chooseImport(
  name: string,
  preview: ImportPreview,
  texts: ReadOnlyTexts,
): Promise<ImportOptions | null> {
  const fields = await chooseFields(name, preview, texts);
  if (!fields) return null;
  const keyField = preview.kind.id === 'json-keyed' ? await askKeyField(preview) : defaultImport.keyField;
  const types = preview.kind.id === 'table' ? await chooseTypes(name, preview, fields) : {};
  if (keyField === undefined || !types) return null;
  const all = fields.length === preview.fields.length;
  return {
    fields: all ? null : fields.map((field) => ({ name: field, as: field })),
    keyField,
    table: { ...defaultImport.table, types },
  };
}

/** All are chosen to begin with, so that Enter is enough. A button shows the first rows. */
function chooseFields(
  name: string,
  preview: ImportPreview,
  texts: ReadOnlyTexts,
): Promise<string[] | undefined> {
  const pick = vscode.window.createQuickPick<FieldItem>();
  const look: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('open-preview'),
    tooltip: vscode.l10n.t('Show the First Rows'),
  };
  pick.title = vscode.l10n.t('Convert {0} to JSONL', name);
  pick.placeholder = vscode.l10n.t('Fields to take over');
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = true;
  pick.buttons = [look];
  pick.items = preview.fields.map((field) => itemOf(field, field.kinds.join(', ')));
  pick.selectedItems = pick.items;
  pick.onDidTriggerButton(
    () => void texts.show(`${name}.jsonl`, firstRows(preview), { preserveFocus: true }),
  );
  return chosenIn(pick);
}

/** Cells are text. Columns that look like more are offered, none of them chosen: an id can look like a number. */
async function chooseTypes(
  name: string,
  { rows }: ImportPreview,
  fields: string[],
): Promise<Record<string, CellType> | undefined> {
  const values = rows.map((row) => JSON.parse(row) as Record<string, unknown>);
  const types = new Map(
    fields.flatMap((field): [string, CellType][] => {
      const type = typeThatFits(values.map((row) => row[field]));
      return type === 'text' ? [] : [[field, type]];
    }),
  );
  if (types.size === 0) return {};
  const pick = vscode.window.createQuickPick<FieldItem>();
  pick.title = vscode.l10n.t('Convert {0} to JSONL: columns that are not text', name);
  pick.placeholder = vscode.l10n.t('Columns to read as numbers or JSON; the others stay text');
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.items = [...types].map(([field, type]) => {
    const example = JSON.stringify(values[0]?.[field] ?? '');
    return itemOf({ name: field, kinds: [], example }, type === 'number' ? vscode.l10n.t('numbers') : 'JSON');
  });
  const chosen = await chosenIn(pick);
  return chosen && Object.fromEntries(chosen.map((field) => [field, types.get(field) ?? 'text']));
}

function typeThatFits(values: unknown[]): CellType {
  const cells = values.filter((value): value is string => typeof value === 'string' && value !== '');
  if (cells.length === 0) return 'text';
  if (cells.every((cell) => /^[+-]?(0|[1-9]\d*)?(\.\d+)?([eE][+-]?\d+)?$/.test(cell))) return 'number';
  return cells.every((cell) => /^\s*(\{.*\}|\[.*\]|true|false|null)\s*$/s.test(cell)) ? 'json' : 'text';
}

async function askKeyField({ fields }: ImportPreview): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Each row stands under a key'),
    prompt: vscode.l10n.t('The field that the key goes into'),
    value: fields[0]?.name ?? defaultImport.keyField, // the preview has it first
    ignoreFocusOut: true,
    validateInput: (value) => (value === '' ? vscode.l10n.t('A field needs a name.') : null),
  });
}

function firstRows({ rows, problems, notes }: ImportPreview): string {
  const said = [...notes, ...problems.map(({ place, message }) => `${place}: ${message}`)];
  return [...rows, ...said.map((sentence) => `// ${sentence}`)].join('\n');
}

function itemOf({ name, example }: PreviewField, description: string): FieldItem {
  return { field: name, label: withoutIcons(name), description, detail: withoutIcons(example) };
}

/** A field may be called `$(trash)`; a label would draw that. */
function withoutIcons(text: string): string {
  return text.replaceAll('$(', '$\u2060(');
}

/** The fields that are ticked when it is accepted, in the order of the list. */
function chosenIn(pick: vscode.QuickPick<FieldItem>): Promise<string[] | undefined> {
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const chosen = new Set(pick.selectedItems);
      resolve(pick.items.filter((item) => chosen.has(item)).map(({ field }) => field));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
