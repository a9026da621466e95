import { counted } from '../counted';
import { languageName } from '../language/language-tag';
import type { Figure } from './figure';
import type { MeasuredRow, Measurer } from './measured-row';
import { sharePoint } from './point';
import { rowsBehind } from './row-set';

/** With more problems than these, further ones are not counted: about 100 MB. */
const MOST_PROBLEMS = 200_000;

/** In which languages problems are there: of every language, the share of problems that lack it, and their rows. */
export class LanguagesMeasure implements Measurer {
  /** By problem: its languages, and its first row. */
  private readonly problems = new Map<string, { languages: Set<string>; row: number }>();

  add({ number, reading }: MeasuredRow): void {
    for (const { type, group, place } of reading.links) {
      if (type !== 'translation' || place === '') continue;
      const known = this.problems.get(group);
      if (known) known.languages.add(place);
      else if (this.problems.size < MOST_PROBLEMS)
        this.problems.set(group, { languages: new Set([place]), row: number });
    }
  }

  figures(): Figure[] {
    const problems = [...this.problems.values()];
    const languages = [...new Set(problems.flatMap((problem) => [...problem.languages]))].toSorted();
    if (languages.length < 2) return [];
    const points = languages.map((language) => {
      const lacking = problems.filter((problem) => !problem.languages.has(language));
      const rows = rowsBehind(lacking.map(({ row }) => row));
      return sharePoint(languageName(language) ?? language, lacking.length, problems.length, rows);
    });
    return [
      {
        measure: 'languages',
        title: 'Languages that are missing',
        about: `Share of the problems that are not there in a language: of ${counted(problems.length, 'problem')}, in ${languages.length} languages.`,
        shape: 'bars',
        unit: 'share',
        axis: 'Problems without it',
        behind: 'first rows of the problems without it',
        series: [{ name: 'problems', points }],
      },
    ];
  }
}
