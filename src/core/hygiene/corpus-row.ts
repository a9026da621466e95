import type { Reading, SourceText } from '../profile/reading';
import { jsonText } from '../row/json';
import { together, wordsOf } from './words';
import type { PlacedWord } from './words';

/** Two words that follow each other, or a word alone. */
export interface Phrase {
  hash: number;
  /** Of its words. */
  words: number[];
  start: number;
  end: number;
  text: SourceText;
}

/** What a scan of the corpus looks at in a row. */
export interface CorpusRow {
  problem: SourceText[];
  replies: SourceText[];
  /** Where the row is from, as far as it says. */
  source: string;
}

const SOURCES = new Set([
  'source',
  'dataset',
  'data_source',
  'origin',
  'generator',
  'subset',
  'model',
  'author',
]);
const ASKING = /^(?:user|human|system|student|)$/i;
/** Words at the end of a reply that are looked at together. */
const TAIL = 5;

export function corpusRow({ problem, traces, context, facts, others }: Reading): CorpusRow {
  const replies = traces.flatMap(({ steps }) => steps.map(({ source }) => source));
  const said = context.filter(({ speaker }) => !ASKING.test(speaker)).map(({ source }) => source);
  const asked = context.filter(({ speaker }) => ASKING.test(speaker)).map(({ source }) => source);
  const from = [...facts, ...others].find(({ path }) => SOURCES.has(String(path.at(-1)).toLowerCase()));
  return {
    problem: [...problem, ...asked],
    replies: [...replies, ...said],
    source: from === undefined ? '' : typeof from.value === 'string' ? from.value : jsonText(from.value),
  };
}

/** The single words of texts. */
export function singlesIn(texts: SourceText[]): Phrase[] {
  return texts.flatMap((text) =>
    wordsOf(text.text).map(({ hash, start, end }) => ({ hash, words: [hash], start, end, text })),
  );
}

/** The pairs of words that follow each other. */
export function pairsIn(texts: SourceText[]): Phrase[] {
  return texts.flatMap((text) => {
    const words = wordsOf(text.text);
    return words.slice(1).flatMap((word, at) => {
      const before = words[at];
      return before && !word.apart ? [phraseOf([before, word], text)] : [];
    });
  });
}

/** The last words of the last text, where that many stand behind the last number or formula. */
export function tailOf(texts: SourceText[]): Phrase | null {
  const last = texts.findLast(({ text }) => text.trim() !== '');
  if (!last) return null;
  const words = wordsOf(last.text).slice(-TAIL);
  const rest = last.text.slice(words.at(-1)?.end ?? 0);
  const whole =
    words.length === TAIL && words.slice(1).every(({ apart }) => !apart) && !/[\p{N}\p{L}]/u.test(rest);
  return whole ? phraseOf(words, last) : null;
}

function phraseOf(words: PlacedWord[], text: SourceText): Phrase {
  const hashes = words.map(({ hash }) => hash);
  const [start, end] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0];
  return { hash: together(...hashes), words: hashes, start, end, text };
}

const LINK = /\bhttps?:\/\/([\w.-]+)|\bwww\.([\w.-]+)/gi;

/** The domains that texts link to, and where. */
export function domainsIn(
  texts: SourceText[],
): { domain: string; start: number; end: number; text: SourceText }[] {
  return texts.flatMap((text) =>
    [...text.text.matchAll(LINK)].map(({ 0: all, 1: named, 2: www, index }) => ({
      domain: domainOf(named ?? www ?? ''),
      ...{ start: index, end: index + all.length, text },
    })),
  );
}

/** The last two labels: `login.shop.example` is `shop.example`. */
function domainOf(host: string): string {
  return host.toLowerCase().replace(/\.+$/, '').split('.').slice(-2).join('.');
}
