import type { CellType } from './import-options';
import { onOneLine } from './row-shape';

const JSON_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** A cell as JSON, a number as it is spelled where JSON can; null when it is not of that type. An empty cell is no number: `null`. */
export function cellAsJson(cell: string, type: CellType): string | null {
  if (type === 'text') return JSON.stringify(cell);
  const text = cell.trim();
  if (text === '') return 'null';
  return type === 'number' ? numberOf(text) : jsonOf(text);
}

/** JSON has no `+5`, `.5`, `5.`: they become `5`, `0.5`, `5`. `007` is no number, but somebody's id. */
function numberOf(text: string): string | null {
  const spelled = text
    .replace(/^\+/, '')
    .replace(/^(-?)\./, '$10.')
    .replace(/\.(?=$|[eE])/, '');
  return JSON_NUMBER.test(spelled) ? spelled : null;
}

function jsonOf(text: string): string | null {
  try {
    JSON.parse(text);
    return onOneLine(Buffer.from(text)).toString();
  } catch {
    return null;
  }
}
