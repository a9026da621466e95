import type { TagChoice } from '../../src/core/concept/tag-choices';
import type { AskedQuestion } from '../../src/core/scheme/asked-questions';

/** What is picked by name for a question, and where from. */
export interface Picking {
  title: string;
  /** What stands as the answer now. */
  chosen: unknown;
  choices: () => Promise<TagChoice[]>;
  take: (id: string) => Promise<void>;
}

/** The values of a question, to be picked by name. */
export function choicesIn({ values }: AskedQuestion): TagChoice[] {
  return values.map(({ value, title, guideline }) => ({ id: String(value), name: title, about: guideline }));
}
