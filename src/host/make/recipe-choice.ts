import * as vscode from 'vscode';
import type { Recipe } from '../../core/make/recipe';

interface RecipeItem extends vscode.QuickPickItem {
  recipe: Recipe['kind'];
}

/** Asks how a new dataset is to be made; null when a question was dismissed. `fields` are offered. */
export async function chooseRecipe(name: string, fields: string[]): Promise<Recipe | null> {
  const picked = await vscode.window.showQuickPick(kinds(), {
    title: vscode.l10n.t('Make a new dataset of {0}', name),
    matchOnDetail: true,
  });
  switch (picked?.recipe) {
    case undefined:
      return null;
    case 'order':
      return chooseOrder(fields);
    case 'sample':
      return chooseSample(fields);
    case 'pairs':
      return askNumber(vscode.l10n.t('Pairs of one row, at most'), 1, (most) => ({ kind: 'pairs', most }));
    case 'completions':
      return chooseCompletions();
    case 'chains':
      return chooseChains();
  }
}

function kinds(): RecipeItem[] {
  return [
    {
      recipe: 'order',
      label: vscode.l10n.t('Order'),
      detail: vscode.l10n.t('All rows by a number, with its place and bucket: a curriculum'),
    },
    {
      recipe: 'sample',
      label: vscode.l10n.t('Sample'),
      detail: vscode.l10n.t('So many rows of each value of a field'),
    },
    {
      recipe: 'pairs',
      label: vscode.l10n.t('Chosen and rejected'),
      detail: vscode.l10n.t('A right and a wrong solution of one problem'),
    },
    {
      recipe: 'completions',
      label: vscode.l10n.t('Right or wrong solutions'),
      detail: vscode.l10n.t('One solution a row, with its verdict'),
    },
    {
      recipe: 'chains',
      label: vscode.l10n.t('Chains'),
      detail: vscode.l10n.t('Problems in which the answer of one is needed for the next'),
    },
  ];
}

async function chooseOrder(fields: string[]): Promise<Recipe | null> {
  const by = await chooseField(fields, vscode.l10n.t('Order by which number?'));
  if (by === undefined) return null;
  return askNumber(vscode.l10n.t('Into how many buckets?'), 5, (buckets) => ({
    kind: 'order',
    by,
    buckets,
    column: 'curriculum',
  }));
}

async function chooseSample(fields: string[]): Promise<Recipe | null> {
  const by = await chooseField(fields, vscode.l10n.t('Of each value of which field?'));
  if (by === undefined) return null;
  return askNumber(vscode.l10n.t('How many rows of each value?'), 10, (each) => ({
    kind: 'sample',
    by,
    each,
    seed: 1, // the same rows each time
  }));
}

async function chooseCompletions(): Promise<Recipe | null> {
  const items = [
    { label: vscode.l10n.t('Both'), keep: 'both' as const },
    { label: vscode.l10n.t('Right'), keep: 'right' as const },
    { label: vscode.l10n.t('Wrong'), keep: 'wrong' as const },
  ];
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Which solutions?') });
  return picked ? { kind: 'completions', keep: picked.keep } : null;
}

async function chooseChains(): Promise<Recipe | null> {
  const horizon = await askNumber(vscode.l10n.t('How many problems in a chain?'), 2, (number) => number);
  if (horizon === null) return null;
  return askNumber(vscode.l10n.t('How many chains, at most?'), 100, (count) => ({
    kind: 'chains',
    horizon,
    count,
    seed: 1,
  }));
}

function chooseField(fields: string[], title: string): Thenable<string | undefined> {
  return vscode.window.showQuickPick(fields, { title });
}

async function askNumber<T>(title: string, value: number, make: (number: number) => T): Promise<T | null> {
  const typed = await vscode.window.showInputBox({
    title,
    value: String(value),
    validateInput: (text) =>
      /^[1-9]\d{0,8}$/.test(text.trim()) ? null : vscode.l10n.t('A whole number from 1 on is needed.'),
  });
  return typed === undefined ? null : make(Number(typed));
}
