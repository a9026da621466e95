import { visit } from 'jsonc-parser';
import { pathText } from './json';

/**
 * How the numbers of a JSON text are written, where that is not how they would be written anew (`1.50`, `1e5`,
 * `12345678901234567890`): by their paths as text. Those of a text that is nested too deeply are left out.
 */
export function numberSpellings(json: string): Map<string, string> {
  const spellings = new Map<string, string>();
  try {
    visit(json, {
      onLiteralValue: (value: unknown, offset, length, _line, _column, path) => {
        const spelled = json.slice(offset, offset + length);
        if (typeof value === 'number' && spelled !== String(value)) spellings.set(pathText(path()), spelled);
      },
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return spellings;
}
