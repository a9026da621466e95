/** Signs of plain notation that become another sign in TeX, by what they do. Longest first where one begins another. */
export const RELATIONS: Readonly<Record<string, string>> = {
  '<=>': '\\Leftrightarrow',
  '<->': '\\leftrightarrow',
  '<=': '\\le',
  '>=': '\\ge',
  '=>': '\\Rightarrow',
  '->': '\\to',
  '=': '=',
  '<': '<',
  '>': '>',
  '~': '\\sim',
  '≤': '\\le',
  '≥': '\\ge',
  '≠': '\\ne',
  '≡': '\\equiv',
  '≢': '\\not\\equiv',
  '≈': '\\approx',
  '∈': '\\in',
  '∉': '\\notin',
  '⊆': '\\subseteq',
  '⊂': '\\subset',
  '∤': '\\nmid',
  '∣': '\\mid',
  '→': '\\to',
  '⇒': '\\Rightarrow',
  '↔': '\\leftrightarrow',
};

export const SUMS: Readonly<Record<string, string>> = {
  '+': '+',
  '-': '-',
  '−': '-',
  '±': '\\pm',
  '∓': '\\mp',
  '∪': '\\cup',
  '∩': '\\cap',
};

export const PRODUCTS: Readonly<Record<string, string>> = {
  '*': '\\cdot',
  '·': '\\cdot',
  '⋅': '\\cdot',
  '×': '\\times',
  '÷': '\\div',
  '∘': '\\circ',
};

/** Words of TeX that stand for themselves, so that a backslash before one is understood. */
const NAMED =
  'alpha beta gamma delta epsilon varepsilon zeta eta theta kappa lambda mu nu xi pi rho sigma tau phi varphi chi psi omega ' +
  'Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega infty ldots cdots dots';

export const CONSTANTS: Readonly<Record<string, string>> = {
  '∞': '\\infty',
  π: '\\pi',
  '∅': '\\emptyset',
  '°': '{}^{\\circ}',
  ...Object.fromEntries(NAMED.split(' ').map((name) => [`\\${name}`, `\\${name}`])),
};

/** Relations people spell out; CHAMP has "/geq" where "≥" is meant. */
export const SPELT: Readonly<Record<string, string>> = { geq: '\\ge', leq: '\\le', neq: '\\ne' };

/** Functions written as a word before their argument. */
export const FUNCTIONS: Readonly<Record<string, string>> = Object.fromEntries([
  ...'sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan log ln exp gcd max min det deg arg sup inf'
    .split(' ')
    .map((name) => [name, `\\${name}`] as const),
  ...'lcm sgn sign tr rank lg'.split(' ').map((name) => [name, `\\operatorname{${name}}`] as const),
]);

/** Functions whose argument is drawn rather than put in parentheses. */
export const DRAWN: Readonly<Record<string, readonly [string, string]>> = {
  sqrt: ['\\sqrt{', '}'],
  floor: ['\\left\\lfloor ', '\\right\\rfloor'],
  ceil: ['\\left\\lceil ', '\\right\\rceil'],
  abs: ['\\left|', '\\right|'],
};

/** Operators that work on all that follows them. */
export const OPERATORS: Readonly<Record<string, string>> = {
  sum: '\\sum',
  prod: '\\prod',
  int: '\\int',
  lim: '\\lim',
};

const TEXT_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

/** Escapes a text for use within \text{...}. */
export function escapeText(text: string): string {
  return text.replace(/[\\^~#$%&_{}]/g, (sign) => TEXT_ESCAPES[sign] ?? `\\${sign}`);
}
