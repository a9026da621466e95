import * as vscode from 'vscode';
import type { Json } from '../../core/row/json';
import type { ValueFacts } from '../../core/schema/value-facts';

/** More values are not listed. */
const MOST_LISTED = 12;
const LONGEST_VALUE = 60;

/** What schemas say of a value, in words; nothing in it is a link or a command, whatever the schema says. */
export function factsText(title: string, facts: readonly ValueFacts[]): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  for (const [at, each] of facts.entries()) {
    if (at > 0) text.appendMarkdown('\n\n---\n\n');
    text.appendMarkdown('**').appendText(title).appendMarkdown('**');
    const kind = kindText(each);
    if (kind !== '') text.appendText(`: ${kind}`);
    text.appendMarkdown('  \n*').appendText(each.from).appendMarkdown('*');
    for (const line of linesOf(each)) text.appendMarkdown('\n\n').appendText(line);
  }
  return text;
}

/** `a whole number, required` */
export function kindText({ types, required }: ValueFacts): string {
  const kinds = types.map(typeWords).join(vscode.l10n.t(' or '));
  return [kinds, required === true ? vscode.l10n.t('required') : ''].filter(Boolean).join(', ');
}

function linesOf({
  title,
  description,
  values,
  default: usual,
  examples,
  rules,
  confidence,
}: ValueFacts): string[] {
  const bounds = rules.map(([keyword, value]) => ruleWords(keyword, shown(value))).join(', ');
  const sure = confidence.map(([keyword, share]) => `${keyword} ${percent(share)}`).join(', ');
  return [
    title,
    description,
    values.length > 0 ? vscode.l10n.t('one of {0}', listed(values)) : '',
    bounds,
    usual === undefined ? '' : vscode.l10n.t('{0} where nothing else is said', shown(usual)),
    examples.length > 0 ? vscode.l10n.t('for example {0}', listed(examples)) : '',
    sure === '' ? '' : vscode.l10n.t('The next row keeps to it with a confidence of: {0}', sure),
  ].filter((line) => line !== '');
}

/** The types of JSON Schema; each name stands in a call of its own, where translations are collected from. */
function typeWords(type: string): string {
  switch (type) {
    case 'string':
      return vscode.l10n.t('text');
    case 'number':
      return vscode.l10n.t('a number');
    case 'integer':
      return vscode.l10n.t('a whole number');
    case 'boolean':
      return vscode.l10n.t('true or false');
    case 'array':
      return vscode.l10n.t('a list');
    case 'object':
      return vscode.l10n.t('an object');
    default:
      return type;
  }
}

function ruleWords(keyword: string, value: string): string {
  switch (keyword) {
    case 'minimum':
      return vscode.l10n.t('at least {0}', value);
    case 'maximum':
      return vscode.l10n.t('at most {0}', value);
    case 'exclusiveMinimum':
      return vscode.l10n.t('more than {0}', value);
    case 'exclusiveMaximum':
      return vscode.l10n.t('less than {0}', value);
    case 'multipleOf':
      return vscode.l10n.t('a multiple of {0}', value);
    case 'minLength':
      return value === '1' ? vscode.l10n.t('not empty') : vscode.l10n.t('at least {0} characters', value);
    case 'maxLength':
      return vscode.l10n.t('at most {0} characters', value);
    case 'minItems':
      return vscode.l10n.t('at least {0} items', value);
    case 'maxItems':
      return vscode.l10n.t('at most {0} items', value);
    case 'uniqueItems':
      return vscode.l10n.t('no item twice');
    default:
      return `${keyword} ${value}`;
  }
}

function listed(values: readonly Json[]): string {
  const names = values.slice(0, MOST_LISTED).map(shown).join(', ');
  const more = values.length - MOST_LISTED;
  return more > 0 ? vscode.l10n.t('{0} and {1} more', names, more) : names;
}

function shown(value: Json): string {
  return JSON.stringify(value).slice(0, LONGEST_VALUE);
}

function percent(share: number): string {
  return `${Math.floor(share * 1000) / 10} %`;
}
