import type { Reading } from '../profile/reading';

/** More characters than this are not sent: no model would read them. */
const LONGEST = 60_000;

export const OTHER_FORM = 'The model did not answer in the form that was asked for: nothing was kept.';

/** The paragraphs of a prompt as one text. Throws for a person to read when it is too long. */
export function promptOf(paragraphs: readonly string[]): string {
  const prompt = paragraphs.join('\n\n');
  if (prompt.length > LONGEST)
    throw new Error(
      `What would be sent has ${prompt.length.toLocaleString('en')} characters, too many to ask a model about.`,
    );
  return prompt;
}

/** The problem with the dialogue that leads up to it. */
export function problemText({ problem, context }: Pick<Reading, 'problem' | 'context'>): string {
  const texts = [...context.map(({ source }) => source), ...problem].map(({ text }) => text);
  return texts.join('\n\n').trim();
}

/** The JSON in an answer, with or without words and a fence around it. */
export function jsonIn(answer: string): unknown {
  try {
    return JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1));
  } catch {
    throw new Error(OTHER_FORM);
  }
}

/** The name that a model's events carry: never that of a person. */
export function modelAnnotator(family: string): string {
  return `model:${family.trim() || 'unnamed'}`;
}
