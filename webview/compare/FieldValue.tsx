import type { TextSpan } from '../../src/core/compare/text-diff';
import { jsonText } from '../../src/core/row/json';
import type { Json } from '../../src/core/row/json';
import { RichText } from '../text/RichText';
import type { FieldRole } from './field-roles';
import { textWindow } from './text-window';

interface FieldValueProps {
  value: Json;
  role: FieldRole;
  /** Changed parts of a text, as UTF-16 offsets. */
  spans?: TextSpan[] | undefined;
  /** How a number is written, where its value does not tell. */
  written?: string | undefined;
}

/** A value longer than this many characters is cut: the source has it whole. */
const LONGEST_CODE = 4000;

/** A value as people read it: a text is typeset, all else is JSON. */
export function FieldValue({ value, role, spans = [], written }: FieldValueProps) {
  if (typeof value !== 'string') {
    const text = written ?? jsonText(value, 1);
    return <code class="json">{text.length > LONGEST_CODE ? `${text.slice(0, LONGEST_CODE)} …` : text}</code>;
  }
  if (value === '') return <span class="mut">empty text</span>;
  const { text, spans: inside, before, after } = textWindow(value, spans);
  return (
    <div class="text">
      {before > 0 && <LeftOut characters={before} />}
      <RichText source={{ text, dialect: role.dialect }} wrong={inside} />
      {after > 0 && <LeftOut characters={after} />}
    </div>
  );
}

function LeftOut({ characters }: { characters: number }) {
  return <p class="left-out">… {characters.toLocaleString('en')} characters …</p>;
}
