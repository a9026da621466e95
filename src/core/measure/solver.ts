import type { Trace } from '../profile/reading';
import { isObject } from '../row/json';
import type { Json } from '../row/json';

const MODEL_FIELDS = ['model', 'model_name', 'model_id', 'generator', 'solver'];

/** The model that a field of the row names: in long form, a row for each model and problem. Empty where none does. */
export function modelNamed(row: Json): string {
  if (!isObject(row)) return '';
  const named = MODEL_FIELDS.map((field) => row[field]).find(
    (told) => typeof told === 'string' && told !== '',
  );
  return typeof named === 'string' ? named : '';
}

/** Who wrote a trace: its author, or the model that the row names where that is no name but what the trace is. */
export function authorOf(trace: Trace, row: Json): string {
  return (namesNobody(trace, row) && modelNamed(row)) || trace.author;
}

/** Who wrote a trace, and how it was made; samples of one model (`3 of 8`) are by the same. */
export function solverOf(trace: Trace, row: Json): string {
  const author = authorOf(trace, row);
  return trace.setting === '' || NTH.test(trace.setting) ? author : `${author} ${trace.setting}`;
}

const NTH = /^\d+ of \d+$/;

/** What a profile calls a trace of which it knows no author: by its field (also one among `responses`), or by what it is. */
function namesNobody({ author, kind }: Trace, row: Json): boolean {
  const fields = [author, `${author}s`];
  return (
    kind === 'reference' ||
    THINGS.test(author) ||
    (isObject(row) && fields.some((name) => Object.hasOwn(row, name)))
  );
}

const THINGS =
  /^(?:model(?: output)?|assistant|generator|generation|rollout|response|prediction|completion|output)$/i;
