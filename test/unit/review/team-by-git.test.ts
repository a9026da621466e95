import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { AnnotationLog } from '../../../src/core/annotation/annotation-log';
import type { NewDecision, StepLabel, TraceVerdict } from '../../../src/core/annotation/event';
import { nodeFileStore } from '../../../src/core/dataset/node-file-store';
import { settleAgreed } from '../../../src/core/review/settle-agreed';
import { isDue, reviewTrace } from '../../../src/core/review/trace-review';
import { digest } from '../../../src/core/row/key';
import { runCli } from '../cli/run-cli';
import { seeded } from '../seeded';
import { folderWith } from '../temp-files';

const ROWS = 60;
const STEPS = 5;
const NAMES = ['ada', 'bob'] as const;
const LABELS = ['bad', 'neutral', 'good'] as const;
type Name = (typeof NAMES)[number];

/** What both say of a row: a label for each step, and the verdict. */
type Said = Record<Name, { steps: (typeof LABELS)[number][]; verdict: 'right' | 'wrong' }>;

const row = (at: number) => ({
  ...{ id: `t-${at}`, problem: `What is ${at} + 1?` },
  ...{ steps: Array.from({ length: STEPS }, (_, step) => `Line ${step + 1}.`) },
  ...{ label: -1, final_answer_correct: true },
});
const lines = Array.from({ length: ROWS }, (_, at) => JSON.stringify(row(at)));

function git(folder: string, ...args: string[]): string {
  const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'core.autocrlf=false'];
  const options = { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'] };
  return execFileSync('git', [...who, ...args], options).toString();
}

function commit(folder: string, message: string): void {
  git(folder, 'add', '.');
  git(folder, 'commit', '-q', '-m', message);
}

/** Two people who differ on about a fifth of the steps, by a seed. */
function seededLabels(): Said[] {
  const chance = seeded(20);
  return lines.map(() => {
    const ada = Array.from({ length: STEPS }, () => chance.pick(LABELS));
    const bob = ada.map((label) => (chance.below(5) === 0 ? chance.pick(LABELS) : label));
    const verdict = (steps: typeof ada) => (steps.includes('bad') ? ('wrong' as const) : ('right' as const));
    return { ada: { steps: ada, verdict: verdict(ada) }, bob: { steps: bob, verdict: verdict(bob) } };
  });
}

function stepDecision(step: number, value: StepLabel): NewDecision {
  const text = row(0).steps[step] ?? '';
  const target = { kind: 'step' as const, trace: 'steps', step, path: ['steps', step] };
  return {
    decision: { what: 'label', target: { ...target, start: 0, end: text.length }, value },
    text: digest(text),
  };
}

function verdictDecision(value: TraceVerdict): NewDecision {
  return { decision: { what: 'verdict', target: { kind: 'trace', trace: 'steps' }, value } };
}

const rowAt = (at: number) => ({ key: `id:t-${at}`, hash: digest(lines[at] ?? ''), number: at });

/** Labels all rows in a clone, as somebody does in the page: a key at a time, each on the disk before the next. */
async function labelAll(clone: string, name: Name, said: Said[]): Promise<void> {
  const log = new AnnotationLog(nodeFileStore, path.join(clone, 'q.jsonl'));
  await log.load();
  const by = { name, machine: name === 'ada' ? '0000000a' : '0000000b' };
  for (const [at, labels] of said.entries()) {
    for (const [step, value] of labels[name].steps.entries())
      await log.decide(by, rowAt(at), [stepDecision(step, value)]);
    await log.decide(by, rowAt(at), [verdictDecision(labels[name].verdict)]);
  }
  await log.close();
}

/** Rita takes ada's word where both differ on an odd step, else bob's; what they agree on is settled in bulk. */
async function settleAll(clone: string): Promise<void> {
  const log = new AnnotationLog(nodeFileStore, path.join(clone, 'q.jsonl'));
  await log.load();
  const rita = { name: 'rita', machine: '0000000c' };
  for (let at = 0; at < ROWS; at++) {
    for (;;) {
      const standing = log.fold.standing(`id:t-${at}`);
      const { steps, verdict } = reviewTrace('steps', STEPS, standing);
      const places = [...steps, verdict];
      const due = places.findIndex((place) => isDue(place.standing));
      if (due === -1) break;
      await log.decide(rita, rowAt(at), [rulingAt(due, places[due] ?? verdict)]);
    }
    const agreed = settleAgreed(log.fold.standing(`id:t-${at}`));
    if (agreed.length > 0) await log.decide(rita, rowAt(at), agreed);
  }
  await log.close();
}

function rulingAt(step: number, { said }: ReturnType<typeof reviewTrace>['verdict']): NewDecision {
  const word = said.get(taken(step)) ?? assert.fail('nobody said anything');
  const over = [...said.values()].map(({ id }) => id);
  const target =
    step < STEPS
      ? { kind: 'step' as const, trace: 'steps', step, path: ['steps', step], start: 0, end: 7 }
      : { kind: 'trace' as const, trace: 'steps' };
  return { decision: { what: 'adjudication', target, value: { label: word.value, over } } };
}

const taken = (step: number): Name => (step % 2 === 0 ? 'ada' : 'bob');

async function logLines(folder: string): Promise<string[]> {
  const logs = path.join(folder, 'q.jsonl.scholium');
  const texts = await Promise.all(
    (await readdir(logs)).map((name) => readFile(path.join(logs, name), 'utf8')),
  );
  return texts.flatMap((text) => text.split('\n').filter((line) => line !== ''));
}

describe('a team that works by git', () => {
  const said = seededLabels();
  let origin = '';
  const folders: (() => Promise<void>)[] = [];

  before(async () => {
    origin = await mergedTeam();
  });
  after(async () => {
    for (const remove of folders) await remove();
  });

  /** Two clones, labelled apart and pulled together; then adjudicated. Returns the repository. */
  async function mergedTeam(): Promise<string> {
    const context = { after: (remove: () => Promise<void>) => void folders.push(remove) };
    const folder = await folderWith(context, { 'q.jsonl': `${lines.join('\n')}\n` });
    git(folder, 'init', '-q', '-b', 'main');
    commit(folder, 'rows');
    const clones = await folderWith(context);
    for (const name of NAMES) git(clones, 'clone', '-q', folder, name);
    for (const name of NAMES) {
      await labelAll(path.join(clones, name), name, said);
      commit(path.join(clones, name), `labels of ${name}`);
    }
    git(path.join(clones, 'ada'), 'pull', '-q', '--no-rebase', path.join(clones, 'bob'), 'main');
    await settleAll(path.join(clones, 'ada'));
    commit(path.join(clones, 'ada'), 'settled');
    git(folder, 'pull', '-q', '--ff-only', path.join(clones, 'ada'), 'main');
    return folder;
  }

  test('the merge has no conflict, and every event of both', async () => {
    assert.equal(git(origin, 'status', '--porcelain'), '');
    const events = (await logLines(origin)).map(
      (line) => JSON.parse(line) as { annotator: string; what: string },
    );
    for (const name of NAMES)
      assert.equal(events.filter(({ annotator }) => annotator === name).length, ROWS * (STEPS + 1), name);
    assert.equal(new Set(events.map((event) => JSON.stringify(event))).size, events.length);
  });

  test('the figures of agreement are those counted by hand', async () => {
    const {
      lines: written,
      code,
      err,
    } = await runCli('agreement', path.join(origin, 'q.jsonl'), '--format', 'jsonl');
    assert.equal(code, 0, err);
    const value = (about: string, part: string, statistic: string) =>
      Number(
        written().find(
          (of) => of['about'] === about && of['part'] === part && of['statistic'] === statistic,
        )?.['value'],
      );
    const pairs = said.flatMap(({ ada, bob }) =>
      ada.steps.map((label, step): [number, number] => [
        LABELS.indexOf(label),
        LABELS.indexOf(bob.steps[step] ?? 'bad'),
      ]),
    );
    near(value('step label', 'pair', 'percent'), share(pairs));
    near(
      value('step label', 'pair', 'Cohen kappa'),
      kappa(pairs, (a, b) => Number(a !== b)),
    );
    near(
      value('step label', 'pair', 'Cohen kappa (linear)'),
      kappa(pairs, (a, b) => Math.abs(a - b)),
    );
    near(
      value('step label', 'all', 'alpha (nominal)'),
      alpha(pairs, (a, b) => Number(a !== b)),
    );
    near(
      value('step label', 'all', 'alpha (interval)'),
      alpha(pairs, (a, b) => (a - b) ** 2),
    );
    const errors = said.map(({ ada, bob }) => [ada, bob].map(({ steps }) => steps.indexOf('bad')));
    const both = errors.filter((pair) => pair.every((step) => step !== -1));
    const apart = both.map(([a = 0, b = 0]) => Math.abs(a - b));
    near(
      value('first error', 'pair', 'mean distance in steps'),
      apart.reduce((sum, each) => sum + each, 0) / apart.length,
    );
  });

  test('what was settled is written out as it was ruled, with who said what when of which bytes', async () => {
    const file = path.join(origin, 'q.jsonl');
    const { lines: written, code, err } = await runCli('labels', file, '--format', 'jsonl');
    assert.equal(code, 0, err);
    const records = written() as unknown as Written[];
    const steps = records.filter(({ target }) => target === 'step');
    assert.equal(steps.length, ROWS * STEPS);
    let ended = false;
    for (const { row: number, step, standing, value, settled, said: sources, changed } of steps) {
      const labels = said[number - 1] ?? assert.fail(`row ${number}`);
      const at = step - 1;
      const [ada, bob] = NAMES.map((name) => labels[name].steps[at]);
      const ruled = ada === bob ? ada : labels[taken(at)].steps[at];
      ended = at === 0 ? false : ended;
      assert.deepEqual(
        [standing, value],
        ended ? ['after', null] : ['settled', ruled],
        `row ${number}, ${step}`,
      );
      ended ||= ruled === 'bad' && ada !== bob; // Rita found the first error there: nothing behind it is asked
      if (settled) assert.deepEqual([settled.annotator, settled.hash], ['rita', rowAt(number - 1).hash]);
      assert.deepEqual(sources.map(({ annotator }) => annotator).toSorted(), ['ada', 'bob']);
      assert.equal(changed, false);
    }
    const verdicts = records.filter(({ target }) => target === 'trace');
    assert.equal(verdicts.length, ROWS);
    assert.ok(verdicts.every(({ settled }) => settled?.annotator === 'rita'));
  });

  test('a row that changed since says so, and one that is gone is not lost', async (context) => {
    const copy = await folderWith(context);
    git(copy, 'clone', '-q', origin, 'later');
    const file = path.join(copy, 'later', 'q.jsonl');
    await writeFile(file, `${[lines[0]?.replace('What is', 'How much is'), ...lines.slice(2)].join('\n')}\n`);
    const { lines: written } = await runCli('labels', file, '--format', 'jsonl');
    const records = written() as unknown as (Written & { key: string })[];
    const of = (key: string) => records.filter((record) => record.key === key);
    assert.ok(of('id:t-0').every(({ changed, row: number }) => changed && number === 1));
    assert.ok(of('id:t-1').length > 0);
    assert.ok(of('id:t-1').every(({ changed, row: number }) => changed === null && number === null));
    assert.ok(of('id:t-2').every(({ changed, row: number }) => !changed && number === 2));
  });
});

interface Written {
  row: number;
  target: string;
  step: number;
  standing: string;
  value: string | null;
  changed: boolean | null;
  said: { annotator: string }[];
  settled: { annotator: string; hash: string } | null;
}

function near(found: number, wanted: number): void {
  assert.ok(Math.abs(found - wanted) < 1e-9, `${found} instead of ${wanted}`);
}

function share(pairs: [number, number][]): number {
  return pairs.filter(([a, b]) => a === b).length / pairs.length;
}

/** Cohen's: how far apart they are, against how far apart each of ada's would be from each of bob's. */
function kappa(pairs: [number, number][], apart: (a: number, b: number) => number): number {
  const observed = pairs.reduce((sum, [a, b]) => sum + apart(a, b), 0) / pairs.length;
  const crossed = pairs.flatMap(([a]) => pairs.map(([, b]) => apart(a, b)));
  return 1 - observed / (crossed.reduce((sum, each) => sum + each, 0) / crossed.length);
}

/** Krippendorff's, of two who rated everything: against any two different ratings, whoever gave them. */
function alpha(pairs: [number, number][], apart: (a: number, b: number) => number): number {
  const observed = pairs.reduce((sum, [a, b]) => sum + apart(a, b), 0) / pairs.length;
  const all = pairs.flat();
  let expected = 0;
  for (const a of all) for (const b of all) expected += apart(a, b);
  return 1 - observed / (expected / (all.length * (all.length - 1)));
}
