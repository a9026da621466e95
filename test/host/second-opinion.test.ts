import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as vscode from 'vscode';
import { closeAll, found, openInScholium, sampleFile } from './sample';

describe('a second opinion on hits', () => {
  const settings = () => vscode.workspace.getConfiguration('scholium.secondOpinion');
  const { showWarningMessage, showErrorMessage } = vscode.window;
  const sent: string[][] = [];
  const questions: string[] = [];
  let answer: 'Send' | undefined;

  /** A service of embeddings on this machine, for which all texts are alike. */
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const { input } = JSON.parse(Buffer.concat(pieces).toString()) as { input: string[] };
      sent.push(input);
      response.end(JSON.stringify({ data: input.map((_text, index) => ({ index, embedding: [1, 2] })) }));
    });
  });
  const named = (endpoint: string | undefined) =>
    settings().update('endpoint', endpoint, vscode.ConfigurationTarget.Global);
  /** Presses the key until the page is there to hear it, and something came of it. */
  const pressUntil = async (came: () => boolean) => {
    const end = Date.now() + 30_000;
    while (!came()) {
      if (Date.now() > end) throw new Error(`nothing came: ${came.toString()}`);
      await vscode.commands.executeCommand('scholium.evidence.secondOpinion');
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  };

  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    Object.assign(vscode.window, {
      showErrorMessage: async () => undefined,
      showWarningMessage: async (words: string) => {
        questions.push(words);
        return answer;
      },
    });
    await openInScholium(sampleFile('contamination/practice.jsonl'));
    await found(() =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputCustom
        ? true
        : undefined,
    );
    await vscode.commands.executeCommand('scholium.checkBenchmarks');
  });
  after(async () => {
    Object.assign(vscode.window, { showWarningMessage, showErrorMessage });
    await named(undefined);
    await closeAll();
    server.close();
  });

  it('is off until a service is named', async () => {
    assert.equal(settings().inspect('endpoint')?.defaultValue, '');
    for (let times = 0; times < 5; times++) {
      await vscode.commands.executeCommand('scholium.evidence.secondOpinion');
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    assert.deepEqual([questions, sent], [[], []]);
  });

  it('asks before anything is sent, and says how much goes where', async () => {
    const { port } = server.address() as AddressInfo;
    await named(`http://127.0.0.1:${port}`);
    await pressUntil(() => questions.length > 0);
    const [question = ''] = questions;
    assert.match(
      question,
      /^Send (?:1 pair|\d+ pairs) of texts to http:\/\/127\.0\.0\.1:\d+\/v1\/embeddings\?$/,
    );
    assert.deepEqual(sent, []);
  });

  it('sends the texts of the hits that are to be reviewed, once somebody agrees', async () => {
    answer = 'Send';
    await pressUntil(() => sent.length > 0);
    const pairs = Number(/^Send (\d+)/.exec(questions.at(-1) ?? '')?.[1]);
    assert.equal(sent[0]?.length, 2 * pairs);
    assert.ok(sent[0].every((text) => text.length > 10));
  });

  it('asks no other machine, unless that is allowed', async () => {
    const [asked, came] = [questions.length, sent.length];
    await named('http://models.invalid');
    for (let times = 0; times < 4; times++) {
      await vscode.commands.executeCommand('scholium.evidence.secondOpinion');
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    assert.deepEqual([questions.length, sent.length], [asked, came]);
  });
});
