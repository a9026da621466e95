import { isText } from './field-likeness';
import type { FieldPool } from './field-pool';
import type { SurveyedField } from './field-survey';
import type { InferredRule } from './inferred-rule';
import { ruleFor } from './inferred-rule';

const ASKED = 'q|question|user|human|prompt|query|instruction|problem|input';
const SAID = 'a|answer|assistant|gpt|model|bot|response|solution|output|reply';

/** `1q`, `q1`, `question_2`, `turn_1_user`: the number of the turn, and what it is. */
const TURN = new RegExp(
  String.raw`^(?:turn )?(?:(?<before>\d{1,2}) ?(?<first>${ASKED}|${SAID})|(?<last>${ASKED}|${SAID}) ?(?<behind>\d{1,2}))$`,
);
const IS_ASKED = new RegExp(`^(?:${ASKED})$`);

interface TurnColumn {
  field: SurveyedField;
  isAsked: boolean;
  number: number;
}

/** A dialogue in numbered columns: a question and its answer, another question and its answer. What is asked first is the problem. */
export function takeTurnColumns(pool: FieldPool): InferredRule[] {
  if (pool.find(['question', 'problem'], isText)) return [];
  const columns = pool
    .like((field) => field.path.length === 1 && isText(field))
    .flatMap((field) => columnOf(field) ?? [])
    .toSorted((a, b) => a.number - b.number || Number(b.isAsked) - Number(a.isAsked));
  const [first] = columns;
  if (!first || columns.length < 4 || !columns.every(takesTurns)) return [];
  for (const { field } of columns) pool.remove(field);
  const stageFields = columns.map(({ field }) => field.path);
  return [ruleFor(first.field, { role: 'trace', decoder: 'turn-columns', author: 'assistant', stageFields })];
}

function columnOf(field: SurveyedField): TurnColumn | null {
  const { before, first, last, behind } = TURN.exec(field.name)?.groups ?? {};
  const what = first ?? last;
  return what === undefined
    ? null
    : { field, isAsked: IS_ASKED.test(what), number: Number(before ?? behind) };
}

/** Each question has the answer of its number behind it. */
function takesTurns({ isAsked, number }: TurnColumn, at: number, all: TurnColumn[]): boolean {
  const other = all[at % 2 === 0 ? at + 1 : at - 1];
  return isAsked === (at % 2 === 0) && other?.number === number;
}
