import * as vscode from 'vscode';
import { TYPE_NAMES } from '../../core/check/schema-words';
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
  const { t } = vscode.l10n;
  const bounds = rules.map(([keyword, value]) => ruleWords(keyword, shown(value))).join(', ');
  const sure = confidence.map(([keyword, share]) => `${keyword} ${percent(share)}`).join(', ');
  return [
    title,
    description,
    values.length > 0 ? t('one of {0}', listed(values)) : '',
    bounds,
    usual === undefined ? '' : t('{0} where nothing else is said', shown(usual)),
    examples.length > 0 ? t('for example {0}', listed(examples)) : '',
    sure === '' ? '' : t('The next row keeps to it with a confidence of: {0}', sure),
  ].filter((line) => line !== '');
}

function typeWords(type: string): string {
  const words = TYPE_NAMES[type];
  return words === undefined ? type : vscode.l10n.t(words);
}

function ruleWords(keyword: string, value: string): string {
  const { t } = vscode.l10n;
  switch (keyword) {
    case 'minimum':
      return t('at least {0}', value);
    case 'maximum':
      return t('at most {0}', value);
    case 'exclusiveMinimum':
      return t('more than {0}', value);
    case 'exclusiveMaximum':
      return t('less than {0}', value);
    case 'multipleOf':
      return t('a multiple of {0}', value);
    case 'minLength':
      return value === '1' ? t('not empty') : t('at least {0} characters', value);
    case 'maxLength':
      return t('at most {0} characters', value);
    case 'minItems':
      return t('at least {0} items', value);
    case 'maxItems':
      return t('at most {0} items', value);
    case 'uniqueItems':
      return t('no item twice');
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
