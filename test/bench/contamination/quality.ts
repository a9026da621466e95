// How much of the labelled contamination is found, at given shares of clean rows that are flagged. The weights of the decision
// were fitted on the fitted half only; rows go to a half by a hash of their benchmark item (clean rows: of their id).
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildIndex } from '../../../src/core/contamination/benchmark-index';
import { Boilerplate, LEARNED_ROWS } from '../../../src/core/contamination/boilerplate';
import { THRESHOLDS } from '../../../src/core/contamination/decision';
import { Matcher } from '../../../src/core/contamination/match-texts';
import type { RowText } from '../../../src/core/contamination/row-texts';
import { tokenise } from '../../../src/core/contamination/tokenise';
import { scramble } from '../../../src/core/contamination/tokens';
import { dataFolder } from '../../unit/real-data';

const FLAGGED = [0.003, 0.007];

interface Item {
  id: string;
  question: string;
  answer: string;
}
interface Labelled {
  id: number;
  kind: string;
  target: string | null;
  problem: string;
  solution: string;
}
interface Scored {
  row: Labelled;
  score: number;
  item: string | null;
}

function main(): void {
  const folder = dataFolder();
  if (folder === undefined || !existsSync(path.join(folder, 'contamination'))) return;
  const items = linesOf<Item>(path.join(folder, 'contamination/benchmark.jsonl'));
  const rows = linesOf<Labelled>(path.join(folder, 'contamination/labelled.jsonl'));
  const start = process.cpuUsage();
  const scored = scoreAll(items, rows);
  const { user, system } = process.cpuUsage(start);
  const bytes = rows.reduce((sum, row) => sum + Buffer.byteLength(row.problem + row.solution), 0);
  const seconds = (user + system) / 1e6;
  console.log(
    `${rows.length} rows, ${(bytes / 1e6 / seconds).toFixed(1)} MB of text per CPU-second, parsing left out`,
  );
  for (const [half, name] of ['fitted on', 'not fitted on'].entries())
    report(
      name,
      scored.filter(({ row }) => halfOf(row) === half),
    );
}

function scoreAll(items: Item[], rows: Labelled[]): Scored[] {
  const index = buildIndex(
    items.map(({ id, question, answer }, row) => ({ benchmark: 0, row, id, text: question, answer })),
  );
  const boilerplate = new Boilerplate();
  for (const { problem } of rows.slice(0, LEARNED_ROWS)) boilerplate.learn(tokenise(problem));
  const matcher = new Matcher(index, boilerplate.apartFrom(index.seeds));
  return rows.map((row) => {
    const [best] = matcher.match(textsOf(row), 1e-6);
    return { row, score: best?.score ?? 0, item: best ? (index.items[best.item]?.id ?? null) : null };
  });
}

function textsOf({ problem, solution }: Labelled): RowText[] {
  return [
    { role: 'problem', path: ['problem'], start: 0, text: problem },
    { role: 'trace', path: ['solution'], start: 0, text: solution },
  ];
}

/** By FNV-1a, whatever the hash of tokens is: the halves stay what they were when the weights were fitted. */
function halfOf({ target, id }: Labelled): number {
  let hash = 0x811c9dc5;
  for (const letter of target ?? `r${id}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return (scramble(hash) >>> 7) % 2;
}

function report(name: string, scored: Scored[]): void {
  const clean = scored.filter(({ row }) => row.target === null);
  const leaked = scored.filter(({ row }) => row.target !== null);
  console.log(`\n${name}: ${leaked.length} leaked rows, ${clean.length} clean ones`);
  const descending = clean.map(({ score }) => score).toSorted((a, b) => b - a);
  const cuts = FLAGGED.map((share) => descending[Math.floor(share * clean.length)] ?? 0);
  for (const cut of cuts) line('score above', cut, leaked, clean, (score) => score > cut);
  for (const least of [THRESHOLDS.remove, THRESHOLDS.review])
    line('threshold', least, leaked, clean, (score) => score >= least);
  for (const kind of [...new Set(leaked.map(({ row }) => row.kind))].toSorted()) {
    const ofKind = leaked.filter(({ row }) => row.kind === kind);
    const shares = cuts.map((cut) =>
      percent(ofKind.filter(({ score }) => score > cut).length, ofKind.length),
    );
    console.log(`  ${kind.padEnd(44)} ${String(ofKind.length).padStart(4)} ${shares.join(' ')}`);
  }
}

function line(
  name: string,
  cut: number,
  leaked: Scored[],
  clean: Scored[],
  flags: (score: number) => boolean,
): void {
  const hits = leaked.filter(({ score }) => flags(score));
  const right = hits.filter(({ row, item }) => row.target === item);
  const wrong = clean.filter(({ score }) => flags(score));
  console.log(
    `  ${name} ${cut.toFixed(3)}: recall ${percent(hits.length, leaked.length)}, clean rows flagged ${percent(wrong.length, clean.length)}, right item ${percent(right.length, hits.length)}`,
  );
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`.padStart(8);
}

function linesOf<Row>(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => JSON.parse(text) as Row);
}

main();
