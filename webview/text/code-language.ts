const PYTHON = /^(?:python[\d.]*|py[\d.]*|ipython\d*|sage|sagemath|pycon|numpy|sympy)$/;
/** How lines of Python begin that do not say what they are. */
const PYTHON_LINE = /^\s*(?:import \w|from [\w.]+ import |def \w+\(|print\(|for \w+ in |[a-z_]\w* = [^=])/m;

/** Whether code is Python: by the word after its fence, or by its lines where there is none. */
export function isPython(language: string, code: string): boolean {
  return language === '' ? PYTHON_LINE.test(code) : PYTHON.test(language);
}

/** What people call the language: as the text does, and Python where it is that without saying so. */
export function languageName(language: string, code: string): string {
  if (isPython(language, code)) return 'Python';
  return language;
}
