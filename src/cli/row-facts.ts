import path from 'node:path';
import { Fold } from '../core/annotation/fold';
import { readLog } from '../core/annotation/log-lines';
import { logFolder } from '../core/annotation/log-name';
import { tagFacts } from '../core/concept/standing-tags';
import type { TagFact } from '../core/concept/standing-tags';
import type { Finding } from '../core/check/finding';
import { nodeFileStore } from '../core/dataset/node-file-store';
import type { Profile } from '../core/profile/profile';
import { factsAskedBy } from '../core/query/query-fields';
import type { Query } from '../core/query/query';
import { decisionFacts, findingFacts, noFacts } from '../core/query/state-facts';
import type { WordQuestions } from '../core/scheme/word-questions';
import type { StateFacts } from '../core/query/state-facts';
import { queueFacts } from '../core/queue/queue-share';
import type { TeamQueue } from '../core/queue/team-queue';
import type { CheckPass, CheckReport, CheckRequest } from '../protocol/check-worker';
import { runCheckThread } from '../workers/check-client';
import { UnreadableInput } from './exit-codes';

/** What a query asks for besides the rows: what the checks find, and everybody's decisions from the logs beside the file. */
export async function gatherFacts(
  request: CheckRequest,
  query: Query,
  shared: Record<string, TeamQueue>,
  words: WordQuestions,
): Promise<StateFacts> {
  const asked = factsAskedBy(query);
  const queues = asked.queues ? await readQueues(request.file, shared) : noFacts.queues;
  if (!asked.decisions && !asked.findings) return { ...noFacts, queues };
  const { findings, sharedKeys } = await runChecks(request);
  return {
    queues,
    findings: findingFacts(findings),
    decisions: asked.decisions ? await readDecisions(request.file, sharedKeys, words) : new Map(),
  };
}

/** The tags of rows from the logs beside a file, by row key. */
export async function readTags(file: string, profile: Profile): Promise<Map<string, TagFact[]>> {
  const { fold, keys } = await readFold(file);
  const standing = (key: string) => fold.standing(key);
  const tags = tagFacts(keys, standing, new Set());
  if (tags.size === 0) return tags;
  const { sharedKeys } = await runChecks({ file, profile }, [['cheap']]);
  return tagFacts(tags.keys(), standing, sharedKeys);
}

async function runChecks(request: CheckRequest, passes?: CheckPass[]) {
  const findings: Finding[] = [];
  let sharedKeys = new Set<string>();
  let failure: string | null = null;
  const script = path.join(__dirname, 'check-worker.js');
  const take = (report: CheckReport) => {
    if (report.kind === 'progress') for (const finding of report.findings) findings.push(finding);
    if (report.kind === 'keys') sharedKeys = new Set(report.duplicateKeys);
    if (report.kind === 'failed') failure = report.message;
  };
  await runCheckThread(script, request, new AbortController().signal, take, passes ? { passes } : {});
  if (failure !== null) throw new UnreadableInput(`${request.file}: ${String(failure)}`);
  return { findings, sharedKeys };
}

async function readQueues(file: string, shared: Record<string, TeamQueue>) {
  const { fold } = await readFold(file);
  return queueFacts(shared, (name) => fold.rowsDecidedBy(name));
}

async function readDecisions(file: string, sharedKeys: ReadonlySet<string>, words: WordQuestions) {
  const { fold, keys } = await readFold(file);
  return decisionFacts(keys, (key) => fold.standing(key), sharedKeys, words);
}

/** Everybody's logs beside a file, and the keys of the rows that they are about. */
export async function readFold(file: string): Promise<{ fold: Fold; keys: Set<string> }> {
  const folder = logFolder(file);
  const fold = new Fold();
  const keys = new Set<string>();
  for (const name of await nodeFileStore.list(folder)) {
    if (!name.endsWith('.jsonl')) continue;
    const log = path.join(folder, name);
    const { events } = readLog(log, new TextDecoder().decode(await nodeFileStore.readAll(log)));
    for (const key of fold.add(events)) keys.add(key);
  }
  return { fold, keys };
}
