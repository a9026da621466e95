import { lacks, untranslated, untranslatedParts } from '../../src/core/language/translated-formulas';
import { quantitiesIn } from '../../src/core/link/quantities';
import type { Quantity } from '../../src/core/link/quantities';
import { isMadeOfParts } from '../../src/core/link/group-order';
import type { LinkType } from '../../src/core/profile/profile';
import type { SourceText } from '../../src/core/profile/reading';
import type { Mark } from '../text/mark';

/** One of the problems that are compared: a member's, or the original that a member has as a text. */
export interface ComparedProblem {
  place: string;
  texts: ComparedText[];
  /** Its answer as a number; null where it is none. */
  answer: number | null;
}

type ComparedText = Pick<SourceText, 'text' | 'dialect'>;

/** Marks by text, for every text of the problems. */
export type MemberMarks = ReadonlyMap<ComparedText, Mark[]>;

/** Types whose rows tell one story with other numbers, and types whose rows keep the numbers of an original. */
const SAME_STORY: ReadonlySet<LinkType> = new Set(['variant', 'equivalent'] as const);
const FROM_ORIGINAL: ReadonlySet<LinkType> = new Set(['extension', 'reformulation'] as const);

/**
 * The numbers, and of translations the formulas, that tell linked problems apart, or that go from one into the next. `seed` is
 * the position of the problem that the others were made from, -1 where there is none.
 */
export function memberMarks(type: LinkType, problems: ComparedProblem[], seed: number): MemberMarks {
  if (type === 'translation') return whatIsNotInAll(problems);
  const found = problems.map(numbersOf);
  if (FROM_ORIGINAL.has(type) && seed !== -1) return againstOriginal(found, seed);
  if (SAME_STORY.has(type) || FROM_ORIGINAL.has(type)) return whatDiffers(found);
  if (type === 'composition') return whatGoesOn(problems, found);
  if (type === 'fusion') return whatCame(problems, found, type);
  return new Map();
}

interface Numbers {
  texts: { source: ComparedText; quantities: Quantity[] }[];
  values: ReadonlySet<number>;
}

function numbersOf({ texts }: ComparedProblem): Numbers {
  const each = texts.map((source) => ({ source, quantities: quantitiesIn(source.text) }));
  return {
    texts: each,
    values: new Set(each.flatMap(({ quantities }) => quantities.map(({ value }) => value))),
  };
}

/** Numbers that not all problems have. */
function whatDiffers(found: Numbers[]): MemberMarks {
  return marked(found, (_at, value) => (found.every(({ values }) => values.has(value)) ? null : 'differs'));
}

/** Formulas and numbers that some language lacks, whatever its digits. */
function whatIsNotInAll(problems: ComparedProblem[]): MemberMarks {
  const languages = problems.map(({ texts }) => untranslated(texts));
  const marks = new Map<ComparedText, Mark[]>();
  for (const source of problems.flatMap(({ texts }) => texts)) {
    const parts = untranslatedParts(source).filter((part) => languages.some((there) => lacks(part, there)));
    if (parts.length > 0)
      marks.set(
        source,
        parts.map(({ start, end }) => ({ start, end, kind: 'differs' })),
      );
  }
  return marks;
}

/** Of the original: what is kept everywhere, and what is lost somewhere. Of the others: what is kept, and what is new. */
function againstOriginal(found: Numbers[], seed: number): MemberMarks {
  const original = found[seed]?.values ?? new Set<number>();
  return marked(found, (at, value) => {
    if (at !== seed) return original.has(value) ? 'kept' : 'differs';
    return found.every(({ values }) => values.has(value)) ? 'kept' : 'wrong';
  });
}

/** The answer of each part, where it stands in the next. */
function whatGoesOn(problems: ComparedProblem[], found: Numbers[]): MemberMarks {
  return marked(found, (at, value) => {
    const before = problems[at - 1]?.answer ?? null;
    return before !== null && Math.abs(before) === value && isPart(problems[at], 'composition')
      ? 'kept'
      : null;
  });
}

/** In what was made of others: the numbers that came from them. */
function whatCame(problems: ComparedProblem[], found: Numbers[], type: LinkType): MemberMarks {
  return marked(found, (at, value) => {
    if (isPart(problems[at], type)) return null;
    return found.some(({ values }, part) => isPart(problems[part], type) && values.has(value))
      ? 'kept'
      : 'differs';
  });
}

function isPart(problem: ComparedProblem | undefined, type: LinkType): boolean {
  return problem !== undefined && !isMadeOfParts(problem.place, type);
}

function marked(found: Numbers[], kindOf: (at: number, value: number) => Mark['kind'] | null): MemberMarks {
  const marks = new Map<ComparedText, Mark[]>();
  for (const [at, { texts }] of found.entries()) {
    for (const { source, quantities } of texts) {
      const here = quantities.flatMap(({ start, end, value }): Mark[] => {
        const kind = kindOf(at, value);
        return kind === null ? [] : [{ start, end, kind }];
      });
      if (here.length > 0) marks.set(source, here);
    }
  }
  return marks;
}
