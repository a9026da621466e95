import type { CheckedRow } from '../check/check';
import type { Finding } from '../check/finding';
import { findingAt } from '../check/place-finding';
import type { Said } from '../check/place-finding';
import type { SourceText } from '../profile/reading';
import type { CorpusCensus } from './corpus-census';
import type { CorpusRow } from './corpus-row';
import { keyOf } from './odd-phrases';
import type { OddPhrase } from './odd-phrases';
import { UNSAFE_CODE } from './unsafe-code';

/** Odd phrases that stand as close (UTF-16 units) are told as one. */
const CLOSE = 40;
/** More findings of one row say no more. */
const MOST_A_ROW = 5;

interface OddPlace {
  odd: OddPhrase;
  text: SourceText;
  start: number;
  end: number;
}

/** What is odd in a row, seen with all others. */
export function corpusFindings(
  row: CheckedRow,
  corpus: CorpusRow,
  census: CorpusCensus,
  odd: ReadonlyMap<string, OddPhrase>,
): Finding[] {
  const places = census.candidates(corpus).flatMap((candidate) => {
    const known = odd.get(keyOf(candidate));
    return known ? [{ odd: known, ...candidate.place }] : [];
  });
  const phrases = joined(places).map(({ odd: what, text, start, end }) => {
    const evidence = text.text.slice(start, end);
    return findingAt(row, text, saidOf(what, evidence), { start, end });
  });
  return [...phrases, ...codeFindings(row, corpus)].slice(0, MOST_A_ROW);
}

/** Places of one kind that stand close are one, known by the commonest. */
function joined(places: OddPlace[]): OddPlace[] {
  const all: OddPlace[] = [];
  for (const place of places) {
    const last = all.at(-1);
    if (
      last &&
      last.text === place.text &&
      last.odd.kind === place.odd.kind &&
      place.start - last.end <= CLOSE
    ) {
      last.end = Math.max(last.end, place.end);
      if (place.odd.rows > last.odd.rows) last.odd = place.odd;
    } else all.push({ ...place });
  }
  return all;
}

function saidOf({ kind, rows, source }: OddPhrase, evidence: string): Said {
  const where = `${rows} rows${source === null ? '' : `, nearly all of ${source}`}`;
  return { rule: `corpus/${kind}`, severity: 'info', message: WORDS[kind](where), evidence };
}

const WORDS: Record<OddPhrase['kind'], (where: string) => string> = {
  phrase: (where) => `A rare phrase in the replies of ${where}, whose problems have nothing in common.`,
  tail: (where) => `The replies of ${where} end so, whose problems have nothing in common.`,
  link: (where) => `An address in the replies of ${where}, whose problems have nothing in common.`,
  trigger: (where) => `A word in the problems of ${where} that no reply takes up.`,
};

function codeFindings(row: CheckedRow, { replies }: CorpusRow): Finding[] {
  return UNSAFE_CODE.flatMap(({ what, pattern }) => {
    for (const source of replies) {
      const found = pattern.exec(source.text);
      if (!found) continue;
      const span = { start: found.index, end: found.index + found[0].length };
      const message = `Code in a reply that a solution does not need: ${what}.`;
      return [
        findingAt(row, source, { rule: 'corpus/code', severity: 'info', message, evidence: found[0] }, span),
      ];
    }
    return [];
  });
}
