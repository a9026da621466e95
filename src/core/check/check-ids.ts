import type * as z from 'zod';
import { checks, datasetChecks, fileChecks } from './checks';
import { HIT_RULES } from '../contamination/hit-findings';
import { CORPUS_RULES } from '../hygiene/corpus-words';
import { groupChecks } from './link/group-checks';

/** Rules of the checks that are no part of the list of checks: of linked rows, of the library of concepts, of rows seen with all others. */
const OTHER_RULES: Record<string, readonly string[]> = {
  links: groupChecks.map(({ rule }) => rule).filter((rule) => rule.startsWith('links/')),
  corpus: CORPUS_RULES,
  ...HIT_RULES,
  concept: ['concept/dangling', 'concept/duplicate', 'concept/unused'],
};

const ownChecks = [...checks, ...datasetChecks, ...fileChecks];

/** The ids by which settings name whole checks. */
export function checkIds(): string[] {
  return [...ownChecks.map(({ id }) => id), ...Object.keys(OTHER_RULES)];
}

/** The ids of rules, where those of their check are a fixed list. */
export function ruleIds(): string[] {
  return [...checks.flatMap(({ rules }) => rules ?? []), ...Object.values(OTHER_RULES).flat()];
}

/** What a check is about, for people; undefined for those of linked rows, concepts and all rows together. */
export function titleOf(id: string): string | undefined {
  return checks.find((check) => check.id === id)?.title;
}

/** Whether an id is that of a check or of a rule. Checks whose rules are no fixed list have any: `schema/missing`. */
export function isCheckId(id: string): boolean {
  const [check = '', rule] = id.split('/');
  if (rule === undefined) return checkIds().includes(id);
  const other = OTHER_RULES[check];
  if (other) return other.includes(id);
  const own = ownChecks.find((each) => each.id === check);
  return own !== undefined && (own.rules?.includes(id) ?? rule !== '');
}

/** The schema of a check's options; none where it has no options. */
export function optionsOf(id: string): z.ZodType | undefined {
  return checks.find((check) => check.id === id)?.options;
}
