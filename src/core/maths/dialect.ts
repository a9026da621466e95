/**
 * How the maths of a field is written.
 * `markdown`: Markdown with LaTeX between the usual delimiters, and between those that follow the word, where some do. `champ`: plain
 * notation between `@@` (Mao et al. 2024). `tex`: the whole text is one LaTeX formula. `plain`: no maths and no markup.
 */
export type Dialect = 'markdown' | 'champ' | 'tex' | 'plain' | `markdown ${string}`;

/** What a formula begins and ends with. */
export type Delimiters = readonly [open: string, close: string];

/** Markdown whose formulas may stand between further delimiters. */
export function markdownWith(delimiters: readonly Delimiters[]): Dialect {
  return delimiters.length === 0 ? 'markdown' : `markdown ${JSON.stringify(delimiters)}`;
}

export function isMarkdown(dialect: Dialect): boolean {
  return dialect.startsWith('markdown');
}

/** The further delimiters of a dialect that `markdownWith` made. */
export function delimitersOf(dialect: Dialect): readonly Delimiters[] {
  const written = dialect.startsWith('markdown ') ? dialect.slice('markdown '.length) : '[]';
  return JSON.parse(written) as Delimiters[];
}
