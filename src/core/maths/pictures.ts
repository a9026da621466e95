/** A picture within a text, in a language that is drawn by programs of its own. UTF-16 offsets. */
export interface Picture {
  start: number;
  end: number;
  language: string;
}

const LANGUAGES: Record<string, string> = {
  asy: 'Asymptote',
  tikzpicture: 'TikZ',
  tikzcd: 'TikZ',
  circuitikz: 'TikZ',
  pspicture: 'PSTricks',
  picture: 'LaTeX',
};

const NAMES = Object.keys(LANGUAGES).join('|');
const PICTURE = new RegExp(
  String.raw`\[asy\][\s\S]*?(?:\[/asy\]|$(?![\s\S]))|\\begin\s*\{(${NAMES})\*?\}[\s\S]*?(?:\\end\s*\{\1\*?\}|$(?![\s\S]))`,
  'g',
);

/** Whether an environment of LaTeX is a picture. */
export function isPictureEnvironment(name: string): boolean {
  return Object.hasOwn(LANGUAGES, name.replace(/\*$/, ''));
}

/** The pictures within a text. One that has no end goes to the end of the text. */
export function picturesIn(text: string): Picture[] {
  if (!/\[asy\]|\\begin/.test(text)) return [];
  return [...text.matchAll(PICTURE)].map(({ index, 0: { length }, 1: name = 'asy' }) => ({
    start: index,
    end: index + length,
    language: LANGUAGES[name] ?? '',
  }));
}

/** Whether a text is one picture, and nothing else. */
export function isPicture(text: string): boolean {
  const [first, second] = picturesIn(text);
  return first?.start === 0 && first.end === text.length && second === undefined;
}
