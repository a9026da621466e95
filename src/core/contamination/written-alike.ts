/** Words that nearly any text has. */
export const STOP_WORDS = new Set(
  `a an the of to in on at by for from with and or but if then than that this these those is are was were be been being has have
had do does did will would can could should may might must it its he she they them his her their him we us our you your i me my as
so not no each every all any some what which who whom whose how many much when where why there here into out up down over under
about after before between during per more most less least same other another such only own both few also just very too let given
find compute determine calculate solve evaluate suppose following does`.split(/\s+/),
);

/** Names that stand in formulas: they tell nothing of what a problem is about. */
export const FORMULA_WORDS = new Set(
  `sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh log exp lim max min sup inf gcd lcm mod sqrt sum prod int det ker dim
deg arg alpha beta gamma delta epsilon varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi varphi chi
psi omega leq geq neq infty cup cap subset subseteq notin forall exists nabla partial approx equiv cong sim perp parallel angle
triangle binom choose pmod bmod`.split(/\s+/),
);

/** LaTeX commands that only say how something looks, or that operators are written without as well. */
export const LAYOUT_COMMANDS = new Set(
  `frac dfrac tfrac cfrac left right big Big bigg Bigg bigl bigr Bigl Bigr text textbf textit textrm textsf texttt mathrm mathbf
mathit mathsf mathcal mathbb mathfrak operatorname mbox hbox quad qquad displaystyle textstyle limits nolimits cdot times ast div pm
mp bullet hline label tag boxed emph underline overline overrightarrow vec hat bar tilde widehat boldsymbol bf rm it dots ldots
cdots vdots ddots lbrace rbrace langle rangle lfloor rfloor lceil rceil vert Vert mid to rightarrow Rightarrow implies phantom hspace
vspace noindent newline par item`.split(/\s+/),
);

/** Commands and words that mean the same as another word. */
export const SYNONYMS = new Map([
  ['le', 'leq'],
  ['leqslant', 'leq'],
  ['ge', 'geq'],
  ['geqslant', 'geq'],
  ['ne', 'neq'],
  ['circ', 'degree'],
  ['dollar', 'dollar'],
  ['varepsilon', 'epsilon'],
  ['varphi', 'phi'],
  ['dbinom', 'binom'],
  ['tbinom', 'binom'],
]);

/** Single signs by the word that they stand for. Fractions and raised or lowered digits stand for their numbers. */
export const SIGNS = new Map<string, string>(
  Object.entries({
    '%': 'percent',
    '°': 'degree',
    '√': 'sqrt',
    '≤': 'leq',
    '⩽': 'leq',
    '≥': 'geq',
    '⩾': 'geq',
    '≠': 'neq',
    '∞': 'infty',
    '∪': 'cup',
    '∩': 'cap',
    '∈': 'in',
    '∑': 'sum',
    '∏': 'prod',
    '∫': 'int',
    '∠': 'angle',
    '△': 'triangle',
    '≈': 'approx',
    '≡': 'equiv',
    '⊥': 'perp',
    '∥': 'parallel',
    α: 'alpha',
    β: 'beta',
    γ: 'gamma',
    δ: 'delta',
    Δ: 'delta',
    ε: 'epsilon',
    θ: 'theta',
    λ: 'lambda',
    μ: 'mu',
    π: 'pi',
    ρ: 'rho',
    σ: 'sigma',
    Σ: 'sigma',
    τ: 'tau',
    φ: 'phi',
    ϕ: 'phi',
    χ: 'chi',
    ψ: 'psi',
    ω: 'omega',
    Ω: 'omega',
  }),
);

export const SIGN_NUMBERS = new Map<string, string>(
  Object.entries({
    '½': '1 2',
    '⅓': '1 3',
    '⅔': '2 3',
    '¼': '1 4',
    '¾': '3 4',
    '⅕': '1 5',
    '⅛': '1 8',
    ...Object.fromEntries(Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹', (sign, digit) => [sign, String(digit)])),
    ...Object.fromEntries(Array.from('₀₁₂₃₄₅₆₇₈₉', (sign, digit) => [sign, String(digit)])),
  }),
);

const COUNTED =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty';

/** Number words; “one” is too often no number. */
export const NUMBER_WORDS = new Map<string, string>([
  ...COUNTED.split(' ')
    .map((word, value): [string, string] => [word, String(value)])
    .filter(([word]) => word !== 'one' && word !== 'zero'),
  ...'thirty forty fifty sixty seventy eighty ninety hundred'
    .split(' ')
    .map((word, at): [string, string] => [word, String(30 + 10 * at)]),
  ['dozen', '12'],
  ['thousand', '1000'],
]);
