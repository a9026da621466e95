import { valueAt } from '../../row/json';
import type { Decoder } from './decoder';
import { readTurns } from './messages';
import { sourceText } from './source-text';

/** A dialogue whose turns stand in a field each: what the user says, and what the assistant does. The first question is the problem. */
export const decodeTurnColumns: Decoder = (decoding) => {
  const { row, rule } = decoding;
  const turns = rule.stageFields.flatMap((path, at) => {
    const text = valueAt(row, path);
    if (typeof text !== 'string' || text.trim() === '') return [];
    return [{ speaker: at % 2 === 0 ? 'user' : 'assistant', source: sourceText(path, text, rule.dialect) }];
  });
  if (turns.length < 2) return null;
  return readTurns(turns, { ...decoding, rule: { ...rule, problemTurn: 'first' } });
};
