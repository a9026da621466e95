/** How a text breaks its lines. A text box knows line feeds alone. */
export type LineBreaks = 'lf' | 'crlf' | 'mixed';

export function lineBreaksOf(text: string): LineBreaks {
  if (!text.includes('\r')) return 'lf';
  return /\r(?!\n)|(?<!\r)\n/.test(text) ? 'mixed' : 'crlf';
}

/** A text as a text box has it. */
export function forTextBox(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** A text of a text box, its lines broken as the field broke them. */
export function fromTextBox(typed: string, breaks: LineBreaks): string {
  return breaks === 'crlf' ? typed.replaceAll('\n', '\r\n') : typed;
}
