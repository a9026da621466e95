import { NumberColumn } from '../compare/number-column';
import type { LinkType } from '../profile/profile';
import { untranslated } from '../language/translated-formulas';
import type { Untranslated } from '../language/translated-formulas';
import type { Reading } from '../profile/reading';
import type { Json, JsonPath } from '../row/json';
import { answerKey } from './answer-key';
import { quantitiesIn } from './quantities';
import { splitOfRow } from './splits';
import type { Split } from './splits';
import { Words } from './words';

/** What the checks of linked rows need to know of a row, long after it was read. */
export interface MemberFacts {
  answer: string | null;
  /** Where the answer stands, and where the problem does. */
  answerPath: JsonPath;
  problemPath: JsonPath;
  /** The numbers of the problem; null where nobody compares them. */
  numbers: number[] | null;
  /** The numbers of the text that the row was made from, where it has that. */
  original: number[] | null;
  split: Split | null;
  /** What of the problem is the same in every language; null where nobody compares languages. */
  untranslated: Untranslated | null;
}

/** Types whose rows are compared by the numbers in their problems. */
export const COMPARED_BY_NUMBERS: ReadonlySet<LinkType> = new Set<LinkType>(['extension', 'composition']);

/** What the links of a file have compared of its rows' problems. */
export interface Compared {
  numbers: boolean;
  languages: boolean;
}

export function factsOf(row: Json, reading: Reading, compared: Compared): MemberFacts {
  const original = reading.links.find((link) => link.original)?.original ?? null;
  const wanted = original !== null || compared.numbers;
  return {
    answer: answerKey(reading),
    answerPath: reading.answers[0]?.path ?? [],
    problemPath: reading.problem[0]?.path ?? [],
    numbers: wanted ? reading.problem.flatMap(({ text }) => valuesIn(text)) : null,
    original: original && valuesIn(original.text),
    split: splitOfRow(row),
    untranslated: compared.languages ? untranslated(reading.problem) : null,
  };
}

function valuesIn(text: string): number[] {
  return [...new Set(quantitiesIn(text).map(({ value }) => value))];
}

/** The facts of many rows, by entry: what several rows have is kept once. */
export class FactTable {
  private readonly texts = new Words();
  private readonly answers = new NumberColumn();
  private readonly others = new NumberColumn();
  /** Some row has the text that it was made from, so that it can be compared alone. */
  hasOriginal = false;

  push({ answer, ...others }: MemberFacts): void {
    this.hasOriginal ||= others.original !== null;
    this.answers.push(this.texts.numberOf(JSON.stringify(answer)));
    this.others.push(this.texts.numberOf(JSON.stringify(others)));
  }

  at(entry: number): MemberFacts {
    const others = JSON.parse(this.texts.at(this.others.at(entry))) as Omit<MemberFacts, 'answer'>;
    return { answer: JSON.parse(this.texts.at(this.answers.at(entry))) as string | null, ...others };
  }
}
