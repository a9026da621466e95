import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DuplicateSearch } from '../../src/core/contamination/duplicates';
import { NearProblems } from '../../src/core/contamination/near-problems';
import { tokenise } from '../../src/core/contamination/tokenise';
import { dataFolder } from '../unit/real-data';
import { measure } from './measure';
import type { Measure } from './measure';

const PROBLEMS = 100_000;

interface Labelled {
  kind: string;
  target: string | null;
  problem: string;
}

/** Near duplicates among 100,000 problems, and which labelled pairs are found. In seconds of processor time. */
export function measureDedupe(): Measure[] {
  const folder = path.join(dataFolder() ?? '', 'contamination');
  if (!existsSync(folder)) {
    console.log('dedupe is not measured: there is no real data');
    return [];
  }
  const items = linesOf<{ id: string; question: string }>(path.join(folder, 'benchmark.jsonl'));
  const rows = linesOf<Labelled>(path.join(folder, 'labelled.jsonl'));
  const texts = [...items.map(({ question }) => question), ...rows.map(({ problem }) => problem)];
  return [speedOf(texts), ...recallOf(items, rows, texts)];
}

/** The real problems, and again with the letters of longer words moved: others, of the same lengths. */
function manyOf(texts: string[]): string[] {
  return Array.from({ length: PROBLEMS }, (_, at) => {
    const by = Math.floor(at / texts.length);
    return (texts[at % texts.length] ?? '').replaceAll(/[a-z]{5,}/g, (word) => moved(word, by));
  });
}

function moved(word: string, by: number): string {
  return [...word]
    .map((letter) => String.fromCodePoint(97 + ((letter.charCodeAt(0) - 97 + by * 5) % 26)))
    .join('');
}

function speedOf(texts: string[]): Measure {
  const many = manyOf(texts);
  const ours = cpuOf(() => {
    const near = new NearProblems(many.length);
    for (const text of many) near.add(tokenise(text));
  });
  return measure({
    what: 'near duplicates, 100,000 problems',
    limitIs: 'ten seconds',
    limit: 10_000,
    ours,
    unit: 'ms',
    goal: { atMost: 1 },
  });
}

/** Of each kind of labelled pairs: how many are candidates by MinHash (the limit), and how many end in one group (ours). */
function recallOf(items: { id: string }[], rows: Labelled[], texts: string[]): Measure[] {
  const found = new DuplicateSearch(
    texts.map((text, row) => ({ file: 0, row, text, split: null, ratings: {} })),
  );
  for (const _ of found.compare());
  const groups = new Map(
    found.found().flatMap(({ rows: own }, group) => own.map(({ row }) => [row, group] as const)),
  );
  const places = new Map(items.map(({ id }, at) => [id, at]));
  const near = nearOnes(texts);
  const kinds = [...new Set(rows.flatMap(({ kind, target }) => (target === null ? [] : [kind])))].toSorted();
  return kinds.map((kind) => {
    const pairs = rows.flatMap((row, at) =>
      row.kind === kind ? [[places.get(row.target ?? '') ?? -1, items.length + at] as const] : [],
    );
    const share = (is: (one: number, other: number) => boolean) =>
      (100 * pairs.filter(([one, other]) => is(one, other)).length) / pairs.length;
    return measure({
      what: `in one group, ${kind.slice(0, 22)}`,
      limitIs: 'candidates by MinHash',
      limit: share((one, other) => near[other]?.has(one) ?? false),
      ours: share((one, other) => groups.get(one) !== undefined && groups.get(one) === groups.get(other)),
      unit: '%',
    });
  });
}

function nearOnes(texts: string[]): Set<number>[] {
  const near = new NearProblems(texts.length);
  return texts.map((text) => new Set(near.add(tokenise(text))));
}

/** Milliseconds of processor time. */
function cpuOf(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e3;
}

function linesOf<Row>(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => JSON.parse(text) as Row);
}
