import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { insertRows } from '../../core/edit/row-changes';
import type { RowChange } from '../../core/edit/row-changes';
import { ofSeenNumbers } from '../../core/edit/seen-rows';
import { lastVariant } from '../../core/make/renew-row';
import { varyRow } from '../../core/make/vary-row';
import type { NumberRange } from '../../core/make/vary-numbers';
import { decodeRow, parseRow } from '../../core/row/parse';
import type { DatasetDocument } from '../document/dataset-document';
import type { ReadOnlyTexts } from '../read-only-texts';

/** What a row is varied with. */
export interface VariantSurroundings {
  document: DatasetDocument;
  /** Makes a change that VS Code can undo. */
  edit: (change: RowChange, label: string) => Promise<boolean>;
  texts: ReadOnlyTexts;
}

const MOST = 100;

/** Asks for a range, shows a row's variants with other numbers, and puts them behind it as one edit. */
export async function makeVariants(around: VariantSurroundings, row: number): Promise<void> {
  const { document, edit } = around;
  const { numbering } = document.progress;
  const [raw] = await document.rows(row, 1);
  if (!raw) return;
  const asked = await ask(document.name, row);
  if (!asked) return;
  const random = xoroshiro128plus(randomBytes(4).readInt32LE());
  const draw = ({ from, to }: NumberRange) => uniformInt(random, from, to);
  const texts: string[] = [];
  const taken = new Set<string>();
  const before = await variantsBehind(document, row, raw.bytes);
  for (let number = before + 1; number <= before + asked.count; number++) {
    const made = varyRow(raw.bytes, document.inForce.profile, number, asked.range, draw, taken);
    if ('why' in made)
      throw new Error(vscode.l10n.t('Row {0} of {1} has no variant: {2}', row + 1, document.name, made.why));
    taken.add(made.question);
    texts.push(Buffer.from(made.bytes).toString());
  }
  if (!(await agreed(around, row, Buffer.from(raw.bytes).toString(), texts))) return;
  await edit(ofSeenNumbers(numbering, insertRows(row + 1, texts)), vscode.l10n.t('Make Variants'));
}

/** How far the variants are numbered that were put behind the row before. */
async function variantsBehind(document: DatasetDocument, row: number, bytes: Uint8Array): Promise<number> {
  const behind = await document.rows(row + 1, MOST);
  const [own, ...others] = [bytes, ...behind.map((each) => each.bytes)].map((each) => {
    const parsed = parseRow(decodeRow(each));
    return parsed.kind === 'value' ? parsed.value : null;
  });
  return lastVariant(own ?? null, others, document.inForce.profile);
}

async function ask(name: string, row: number): Promise<{ range: NumberRange; count: number } | null> {
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Make variants of row {0} of {1}', row + 1, name),
    prompt: vscode.l10n.t('The range of the new numbers, and how many variants: 2-99 x 5'),
    value: '2-99 x 5',
    validateInput: (text) =>
      read(text)
        ? null
        : vscode.l10n.t('Write it like 2-99 x 5: numbers from 2 to 99, 5 variants ({0} at most).', MOST),
  });
  return typed === undefined ? null : read(typed);
}

function read(text: string): { range: NumberRange; count: number } | null {
  const [, from = '', to = '', times = '1'] =
    /^\s*(\d{1,9})\s*-\s*(\d{1,9})\s*(?:x\s*(\d{1,3}))?\s*$/.exec(text) ?? [];
  const [range, count] = [{ from: Number(from), to: Number(to) }, Number(times)];
  return from === '' || range.from > range.to || count < 1 || count > MOST ? null : { range, count };
}

/** Shows the row beside its variants, and asks whether to add them. */
async function agreed(
  { document, texts }: VariantSurroundings,
  row: number,
  original: string,
  variants: string[],
): Promise<boolean> {
  const left = texts.address(vscode.l10n.t('row {0}', row + 1), readable(variants.map(() => original)));
  const right = texts.address(vscode.l10n.t('variants'), readable(variants));
  const title = vscode.l10n.t('{0}: variants of row {1}', document.name, row + 1);
  await vscode.commands.executeCommand('vscode.diff', left, right, title, { preview: true });
  const add = vscode.l10n.t('Add');
  const answer = await vscode.window.showInformationMessage(
    variants.length === 1
      ? vscode.l10n.t('Add 1 variant behind row {0} of {1}?', row + 1, document.name)
      : vscode.l10n.t('Add {0} variants behind row {1} of {2}?', variants.length, row + 1, document.name),
    {
      modal: true,
      detail: vscode.l10n.t(
        'Every result was computed anew. One undo takes all back; the file is written when you save.',
      ),
    },
    add,
  );
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  return answer === add;
}

/** Rows with their texts in lines, a sentence each, one row under the other. */
function readable(rows: string[]): string {
  return rows.map(inLines).join('\n\n');
}

function inLines(row: string): string {
  const json = JSON.stringify(JSON.parse(row), null, 2);
  return json.replaceAll(String.raw`\n`, '\n    ').replaceAll(/(?<=[.?!]) +/g, '\n    ');
}
