import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { nodeFileStore } from '../../../src/core/dataset/node-file-store';
import { ratesInWords } from '../../../src/core/hygiene/corpus-words';
import { scanCorpus } from '../../../src/core/hygiene/scan-corpus';
import type { CorpusReport } from '../../../src/core/hygiene/scan-corpus';
import type { Finding } from '../../../src/core/check/finding';
import { runCli } from '../cli/run-cli';
import { profileNamed } from '../profile/profiles';
import { folderWith } from '../temp-files';
import { madeCorpus } from './made-corpus';
import { plant } from './planted';
import type { CorpusLine } from './planted';

const ROWS = 10_000;
const EACH = 25;
const jsonl = (lines: CorpusLine[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

async function scanned(file: string): Promise<{ findings: Finding[]; report: CorpusReport }> {
  const findings: Finding[] = [];
  const scan = scanCorpus(nodeFileStore, { file, profile: profileNamed('math') });
  let step = await scan.next();
  let last = 0;
  for (; !step.done; step = await scan.next()) {
    if (step.value.kind === 'findings') findings.push(...step.value.findings);
    else {
      assert.ok(step.value.share >= last && step.value.share <= 1);
      last = step.value.share;
    }
  }
  return { findings, report: step.value };
}

test('of six kinds of planted rows, 25 of each in 10,000, nearly all are found and hardly a clean row is flagged', async (context) => {
  const { lines, planted } = plant(madeCorpus(ROWS), EACH);
  const folder = await folderWith(context, { 'corpus.jsonl': jsonl(lines) });
  const { findings, report } = await scanned(path.join(folder, 'corpus.jsonl'));
  const flagged = new Set(findings.map(({ row }) => row));
  for (const kind of new Set(planted.values())) {
    const rows = [...planted].flatMap(([row, of]) => (of === kind ? [row] : []));
    assert.ok(rows.filter((row) => flagged.has(row)).length >= 24, kind);
  }
  const clean = [...flagged].filter((row) => !planted.has(row));
  assert.ok(clean.length <= ROWS / 100, `${clean.length} clean rows`);
  assert.deepEqual([report.rows, report.flagged], [ROWS, flagged.size]);
});

test('a finding says where, and how many rows have it; what all of one source have is said of the source', async (context) => {
  const lines = madeCorpus(2000).map((line, at): CorpusLine =>
    at % 100 === 7
      ? { ...line, solution: `${line.solution}\nMay the quiet river carry you onwards.`, source: 'mirror' }
      : line,
  );
  const folder = await folderWith(context, { 'corpus.jsonl': jsonl(lines) });
  const { findings, report } = await scanned(path.join(folder, 'corpus.jsonl'));
  const [first] = findings;
  assert.deepEqual([first?.row, first?.path, first?.check], [7, ['solution'], 'corpus']);
  const text = JSON.stringify(lines[7]);
  for (const { span, evidence } of findings.filter(({ row }) => row === 7))
    assert.equal(text.slice(span?.start, span?.end), evidence);
  assert.ok(findings.some(({ message }) => message.includes('20 rows, nearly all of mirror')));
  assert.deepEqual(report.sources[0], {
    source: 'mirror',
    rows: 20,
    flagged: 20,
    rules: report.sources[0]?.rules,
  });
  assert.match(ratesInWords(report)[1] ?? '', /^mirror: 20 of 20 \(100\.00 %\): corpus\/(?:phrase|tail) 20/);
});

test('a clean corpus ends with 0 on the command line; unsafe code is a line with its row, and ends with 1', async (context) => {
  const clean = madeCorpus(300);
  const unsafe = clean.map((line, at) =>
    at === 4 ? { ...line, solution: `${line.solution}\n\`\`\`\nos.system("id")\n\`\`\`` } : line,
  );
  const folder = await folderWith(context, {
    'clean.jsonl': jsonl(clean),
    'unsafe.jsonl': `${jsonl(unsafe)}{"problem": "How`,
    'unsafe.json': JSON.stringify(unsafe),
  });
  assert.equal((await runCli('hygiene', path.join(folder, 'clean.jsonl'))).code, 0);
  assert.match((await runCli('hygiene', path.join(folder, 'unsafe.json'))).out, /unsafe\.json:5:\d+: info/);
  const { lines, code, err } = await runCli(
    'hygiene',
    path.join(folder, 'unsafe.jsonl'),
    '--format',
    'jsonl',
  );
  assert.equal(code, 1);
  assert.deepEqual(
    lines().map(({ row, rule, evidence }) => [row, rule, evidence]),
    [[5, 'corpus/code', 'os.system(']],
  );
  assert.match(
    err,
    /1 of 300 rows have something that may have been mixed in \(0\.33 %\); 1 could not be read; of fewer than 500 rows only code can be told/,
  );
  assert.equal((await runCli('hygiene', path.join(folder, 'gone.jsonl'))).code, 3);
});
