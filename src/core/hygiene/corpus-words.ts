import { FEWEST_COUNTED } from './corpus-census';
import type { CorpusReport, SourceRate } from './scan-corpus';

/** The rules of a scan of the corpus. */
export const CORPUS_RULES = [
  'corpus/phrase',
  'corpus/tail',
  'corpus/link',
  'corpus/trigger',
  'corpus/code',
] as const;

/** What a scan comes to, a line a source: how many of its rows have something odd, and what. */
export function ratesInWords({ rows, unread, flagged, sources }: CorpusReport): string[] {
  const all = [
    `${flagged} of ${rows} rows have something that may have been mixed in (${share(flagged, rows)})`,
    ...(unread > 0 ? [`${unread} could not be read`] : []),
    ...(rows < FEWEST_COUNTED ? [`of fewer than ${FEWEST_COUNTED} rows only code can be told`] : []),
  ];
  const told = sources.filter((source) => source.flagged > 0);
  return [all.join('; '), ...(sources.length > 1 ? told.map(rateInWords) : [])];
}

function rateInWords({ source, rows, flagged, rules }: SourceRate): string {
  const which = Object.entries(rules).map(([rule, count]) => `${rule} ${count}`);
  return `${source || 'no source'}: ${flagged} of ${rows} (${share(flagged, rows)}): ${which.join(', ')}`;
}

function share(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
}
