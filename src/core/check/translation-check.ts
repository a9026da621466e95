import { lacking, untranslated } from '../language/translated-formulas';
import { languageName } from '../language/language-tag';
import type { Reading, SourceText, Translation } from '../profile/reading';
import { pathText } from '../row/json';
import { spanOfValue } from '../row/value-span';
import type { Check, CheckedRow } from './check';
import type { Finding } from './finding';
import { findingAt } from './place-finding';

/** A problem that a row has in two languages has the same formulas in both. Rows of several languages are linked, and checked with their groups. */
export const translationCheck: Check = {
  id: 'translation',
  title: 'Translations',
  reads: 'the formulas of problems, and of their translations in the same row',
  severity: 'warning',
  cost: 'thorough',
  rules: ['translation/formulas', 'translation/choice', 'translation/missing'],
  start: (profile) => {
    const mayHaveOne = profile.roles.some(({ role }) => role === 'translation');
    return {
      row: (row) => {
        const reading = mayHaveOne && row.parsed.kind === 'value' ? row.reading() : null;
        return reading ? reading.translations.flatMap((each) => findingsOn(each, reading, row)) : [];
      },
    };
  },
};

function findingsOn({ role, language, source }: Translation, reading: Reading, row: CheckedRow): Finding[] {
  if (role !== 'problem' || reading.problem.length === 0) return [];
  const [here, there] = [untranslated([source]), untranslated(problemWithItsChoices(reading))];
  const lost = lacking(there.formulas, here);
  const added = lacking(here.formulas, there);
  if (lost.length + added.length === 0) return [];
  const name = languageName(language) ?? 'the other language';
  const said = [
    lost.length > 0 ? `${listed(lost)} ${lost.length === 1 ? 'is' : 'are'} missing in ${name}` : '',
    added.length > 0 ? `${listed(added)} ${added.length === 1 ? 'is' : 'are'} in ${name} only` : '',
  ];
  const finding = findingAt(row, source, {
    rule: 'translation/formulas',
    severity: 'warning',
    message: `${said.filter(Boolean).join('; ')}.`,
    evidence: [...lost, ...added].join(', '),
  });
  return [{ ...finding, span: spanOfValue(row.parsed.text, source.path) }]; // of the whole value: what is missing has no place
}

/** Choices that stand in the problem's own text may stand in that of its translation. */
function problemWithItsChoices({ problem, choices }: Reading): SourceText[] {
  const fields = new Set(problem.map(({ path }) => pathText(path)));
  return [
    ...problem,
    ...choices.map(({ source }) => source).filter(({ path }) => fields.has(pathText(path))),
  ];
}

const MOST_LISTED = 3;

/** The first formulas, and how many more there are. */
export function listed(formulas: string[]): string {
  const more = formulas.length - MOST_LISTED;
  return `${formulas.slice(0, MOST_LISTED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
