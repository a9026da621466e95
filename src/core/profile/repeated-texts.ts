import type { Reading, SourceText } from './reading';

/**
 * Datasets say the same thing twice: a question stands in a field and once more, alone or in a prompt, in a dialogue; an answer
 * under two names. Of texts that are the same the first stays; a prompt with the problem in it becomes context.
 */
export function dropRepeats(reading: Reading): void {
  const { answers, layout } = reading;
  reading.answers = answers.filter(
    (answer, at) => !answers.slice(0, at).some((each) => repeats(each, answer)),
  );
  const [first, ...more] = reading.problem;
  if (!first || first.text.trim() === '' || more.length === 0) return;
  const again = more.filter((each) => isTurn(each, first) && each.text.includes(first.text.trim()));
  if (again.length === 0) return;
  const prompts = again.filter((each) => !isSame(each, first));
  reading.context.push(...prompts.map((source) => ({ speaker: 'user', source })));
  reading.problem = [first, ...more.filter((each) => !again.includes(each))];
  if (layout.length > 0) reading.layout = [{ kind: 'text', source: first }, ...layout.filter(isMedium)];
}

function isMedium({ kind }: Reading['layout'][number]): boolean {
  return kind === 'medium';
}

/** Elements of one list may be alike on purpose. */
function repeats(one: SourceText, other: SourceText): boolean {
  return isSame(one, other) && one.path[0] !== other.path[0];
}

function isSame(one: SourceText, other: SourceText): boolean {
  return one.text.trim() === other.text.trim() && one.language === other.language;
}

/** A text within a list, and the other one not within the same: several activities may be asked about alike. */
function isTurn({ path }: SourceText, first: SourceText): boolean {
  return path[0] !== first.path[0] && path.some((part) => typeof part === 'number');
}
