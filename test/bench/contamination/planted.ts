import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nodeFileStore } from '../../../src/core/dataset/node-file-store';
import { scanCorpus } from '../../../src/core/hygiene/scan-corpus';
import { shippedProfiles } from '../../../src/core/profile/shipped';
import { plant } from '../../unit/hygiene/planted';
import type { CorpusLine } from '../../unit/hygiene/planted';
import { dataFolder } from '../../unit/real-data';

const ROWS = 9_900;
const EACH = 25;

/** Of rows that were planted among real ones, how many a scan of the corpus flags, by kind; and how many of the real ones. */
export async function measurePlanted(): Promise<void> {
  const clean = realLines().slice(0, ROWS);
  if (clean.length < ROWS) return console.log(`planted rows: ${clean.length} real rows are too few`);
  const { lines, planted } = plant(clean, EACH);
  const folder = mkdtempSync(path.join(tmpdir(), 'scholium-planted-'));
  try {
    const file = path.join(folder, 'corpus.jsonl');
    writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    report(await flaggedRows(file), planted);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function flaggedRows(file: string): Promise<Map<number, string[]>> {
  const profile = shippedProfiles.find(({ id }) => id === 'math');
  if (!profile) throw new Error('no profile');
  const flagged = new Map<number, string[]>();
  for await (const step of scanCorpus(nodeFileStore, { file, profile })) {
    if (step.kind !== 'findings') continue;
    for (const { row, rule, evidence } of step.findings)
      flagged.set(row, [...(flagged.get(row) ?? []), `${rule}: ${evidence}`]);
  }
  return flagged;
}

function report(flagged: Map<number, string[]>, planted: Map<number, string>): void {
  for (const kind of new Set(planted.values())) {
    const rows = [...planted].flatMap(([row, of]) => (of === kind ? [row] : []));
    const found = rows.filter((row) => flagged.has(row)).length;
    console.log(`${kind.padEnd(10)} ${found} of ${rows.length} found`);
  }
  const clean = [...flagged].filter(([row]) => !planted.has(row));
  const share = (100 * clean.length) / (ROWS - planted.size);
  console.log(`clean      ${clean.length} of ${ROWS - planted.size} rows flagged (${share.toFixed(2)} %)`);
  if (process.env['SHOW'] !== undefined)
    for (const [row, words] of clean) console.log(row, words.join(' | '));
}

function realLines(): CorpusLine[] {
  const folder = dataFolder();
  if (folder === undefined) return [];
  return FILES.flatMap(({ file, problem, solution, source }) => {
    const at = path.join(folder, file);
    if (!existsSync(at)) return [];
    const rows = readFileSync(at, 'utf8').split('\n').filter(Boolean);
    return rows.map((row) => {
      const value = JSON.parse(row) as Record<string, string>;
      return { problem: value[problem] ?? '', solution: value[solution] ?? '', source };
    });
  });
}

const FILES = [
  { file: 'large/gsm8k/train.jsonl', problem: 'question', solution: 'answer', source: 'gsm8k' },
  { file: 'math/competition_math_nt_cp_l5.jsonl', problem: 'problem', solution: 'solution', source: 'math' },
  { file: 'math/math500_test.jsonl', problem: 'problem', solution: 'solution', source: 'math' },
  { file: 'gsm8k/test.jsonl', problem: 'question', solution: 'answer', source: 'gsm8k' },
];
void measurePlanted();
