/**
 * How the maths of a field is written.
 * `markdown`: Markdown with LaTeX between the usual delimiters. `champ`: plain notation between `@@` (Mao et al. 2024).
 * `tex`: the whole text is one LaTeX formula. `plain`: no maths and no markup.
 */
export type Dialect = 'markdown' | 'champ' | 'tex' | 'plain';
