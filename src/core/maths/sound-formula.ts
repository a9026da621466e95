/** Commands that stand for one sign and take nothing. */
const SIGNS =
  'alpha|angle|approx|beta|cap|cdots?|circ|cong|cos|cot|csc|cup|delta|Delta|div|dots|emptyset|epsilon|equiv|eta|exists|forall|gamma|ge|geq|geqslant|iff|implies|in|infty|int|lambda|Lambda|langle|lceil|ldots|le|leq|leqslant|lfloor|ln|log|mid|mp|mu|nabla|ne|neq|notin|omega|Omega|parallel|perp|phi|Phi|pi|Pi|pm|prime|prod|psi|Psi|quad|rangle|rceil|rfloor|rho|Rightarrow|rightarrow|sec|setminus|sigma|Sigma|sim|sin|subset|subseteq|sum|tan|tau|theta|Theta|times|to|triangle|varepsilon|varphi|vee|wedge|xi|zeta';
const COMMAND = String.raw`\\(?:(?:${SIGNS})(?![A-Za-z@])|[,;:! ])`;
const PLAIN = String.raw`[A-Za-z0-9.,+=()/<>:;!|*\[\]-]`;
const GROUP = String.raw`\{(?:${PLAIN}|${COMMAND}|[ ])+\}`;
const WORDS = String.raw`\\(?:text|textbf|mathrm)\{[A-Za-z][A-Za-z ]*\}`;
const ATOM = String.raw`${PLAIN}|${COMMAND}|${WORDS}|${GROUP}|\\[dt]?frac${GROUP}${GROUP}|\\(?:sqrt|boxed)${GROUP}`;
const SCRIPT = String.raw`(?:${GROUP}|[A-Za-z0-9]|\\circ(?![A-Za-z@]))`;
const SOUND = new RegExp(String.raw`^(?:[ ]|(?:${ATOM})(?:_${SCRIPT})?(?:\^${SCRIPT})?)*$`);

/** Longer ones are seldom as plain as this. In UTF-16 units. */
const LONGEST = 300;

/** Whether a formula is so plain that it surely typesets: signs, indices, powers, fractions and roots of signs. Far sooner told than by parsing it. */
export function isSoundFormula(tex: string): boolean {
  return tex.length <= LONGEST && SOUND.test(tex);
}
