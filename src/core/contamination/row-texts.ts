import type { Profile, RoleRule } from '../profile/profile';
import type { Reading, SourceText } from '../profile/reading';
import type { JsonPath } from '../row/json';
import { pathText } from '../row/json';

/** A text of a row that may hold a benchmark item. `start` is where it begins in its field. */
export interface RowText {
  role: 'problem' | 'hint' | 'turn' | 'trace';
  path: JsonPath;
  start: number;
  text: string;
  /** It is the problem in another language than the row's own. */
  translated?: true;
  /** It is a problem that stands in several fields, of which `path` is the first: a line break stands between two. */
  joined?: true;
}

/** Speakers whose turns pose problems; what others say is a trace. */
const ASKING = new Set(['user', 'human', 'system', 'student', '']);

/** The texts of a row in which benchmark items are looked for. */
export function rowTexts(reading: Reading): RowText[] {
  const { problem, hints, context, traces, translations } = reading;
  const texts = problem.map((source) => textOf('problem', source));
  const [first, second] = problem;
  if (first && second)
    texts.unshift({ ...textOf('problem', first), text: problemText(reading), joined: true });
  for (const { role, source } of translations)
    if (role === 'problem') texts.push({ ...textOf('problem', source), translated: true });
  for (const hint of hints) if (hint.kind === 'text') texts.push(textOf('hint', hint.source));
  for (const { speaker, source } of context)
    texts.push(textOf(ASKING.has(speaker.toLowerCase()) ? 'turn' : 'trace', source));
  const steps = traces.flatMap((trace) => trace.steps.map(({ source }) => source));
  return [...texts, ...joined(steps)];
}

/** They cut a text into the steps of a trace, and read nothing else that an item is looked for in. */
const SOLUTIONS = new Set<RoleRule['decoder']>(['solution', 'solutions', 'gsm8k-answer', 'step-list']);
/** No item is looked for in what they read. */
const NOT_SEARCHED = new Set<RoleRule['role']>(['answer', 'concept', 'fact', 'measure']);

/**
 * The profile for rows whose traces hold no item: it reads the other texts alike, and spares the cutting of solutions. Those before
 * a rule for such a text stay, as that may read a field which they have taken.
 */
export function withoutSolutions(profile: Profile): Profile {
  const searched = profile.roles.findLastIndex(
    ({ role, decoder }) => !SOLUTIONS.has(decoder) && !NOT_SEARCHED.has(role),
  );
  const roles = profile.roles.filter(({ decoder }, at) => at < searched || !SOLUTIONS.has(decoder));
  return { ...profile, roles };
}

/** The problem of a benchmark's row. */
export function problemText({ problem }: Reading): string {
  return problem.map(({ text }) => text).join('\n');
}

function textOf(role: RowText['role'], { path, start, text }: SourceText): RowText {
  return { role, path, start, text };
}

/** Steps of one field as one text, in which their places are those in the field. */
function joined(steps: SourceText[]): RowText[] {
  const byField = new Map<string, RowText>();
  for (const { path, start, text } of steps) {
    const field = pathText(path);
    const known = byField.get(field);
    const end = known ? known.start + known.text.length : 0;
    if (!known) byField.set(field, { role: 'trace', path, start, text });
    else if (start >= end) known.text += ' '.repeat(start - end) + text;
  }
  return [...byField.values()];
}
