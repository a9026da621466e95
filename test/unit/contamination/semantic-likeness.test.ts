import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import {
  embeddingService,
  semanticLikeness,
  sentOf,
} from '../../../src/core/contamination/semantic-likeness';

interface Asked {
  path: string;
  headers: Record<string, unknown>;
  body: { model?: string; input: string[] };
}

/** Counts of letters: texts of the same letters are alike. */
const embedding = (text: string) => Array.from('abcdefghij', (letter) => text.split(letter).length - 1);

/** A service on this machine, and what it was asked. `answer`: status and text, where it does not answer as it should. */
async function serviceIn(context: TestContext, answer?: { status: number; text: string; to?: string }) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(pieces).toString()) as Asked['body'];
      asked.push({ path: request.url ?? '', headers: request.headers, body });
      const data = body.input.map((text, index) => ({
        object: 'embedding',
        index,
        embedding: embedding(text),
      }));
      const sent = JSON.stringify({ object: 'list', data: data.toReversed() });
      response.writeHead(answer?.status ?? 200, answer?.to === undefined ? {} : { location: answer.to });
      response.end(answer?.text ?? sent);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.after(() => new Promise((resolve) => server.close(resolve)));
  return { asked, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const never = new AbortController().signal;
const pairs = [
  { row: 'abba', item: 'baab' },
  { row: 'aaaa', item: 'jjjj' },
];

test('the texts of the pairs are sent, and nothing else; the cosine of the embeddings comes back', async (context) => {
  const { asked, address } = await serviceIn(context);
  const many = Array.from({ length: 20 }, () => pairs).flat();
  const found = await semanticLikeness(embeddingService(address, 'tiny', false), many, never);
  assert.equal(found.length, many.length);
  assert.ok(found.every((value, at) => Math.abs(value - (at % 2 === 0 ? 1 : 0)) < 1e-9));
  assert.deepEqual(
    asked.flatMap(({ body }) => body.input),
    many.flatMap(({ row, item }) => [row, item]),
  );
  assert.ok(asked.every(({ path, body }) => path === '/v1/embeddings' && body.model === 'tiny'));
  assert.ok(asked.every(({ headers }) => !('authorization' in headers) && !('cookie' in headers)));
});

test('only a service of this machine is asked, unless others are allowed', () => {
  const at = (address: string, elsewhere = false) => embeddingService(address, '', elsewhere).url.href;
  assert.equal(at('http://localhost:11434'), 'http://localhost:11434/v1/embeddings');
  assert.equal(at('http://[::1]:8080/v1/'), 'http://[::1]:8080/v1/embeddings');
  assert.equal(at('http://127.0.0.1/api/embeddings'), 'http://127.0.0.1/api/embeddings');
  assert.equal(at('https://models.example', true), 'https://models.example/v1/embeddings');
  for (const address of [
    'https://models.example',
    'http://127.0.0.1.models.example',
    'http://localhost.example',
    'http://0.0.0.0',
    'http://192.168.1.4',
  ])
    assert.throws(() => at(address), /not this machine/, address);
  for (const address of ['', 'localhost', 'file:///etc/passwd', 'http://'])
    assert.throws(() => at(address), /no address/, address);
  assert.throws(() => at('http://me:secret@localhost'), /name or password/);
});

test('a service that leads elsewhere, fails, or says something else is told of, and nothing is taken', async (context) => {
  const other = await serviceIn(context);
  const ask = async (answer: { status: number; text: string; to?: string }) => {
    const { address } = await serviceIn(context, answer);
    return semanticLikeness(embeddingService(address, '', false), pairs, never);
  };
  await assert.rejects(ask({ status: 307, text: '', to: `${other.address}/v1/embeddings` }));
  assert.equal(other.asked.length, 0);
  await assert.rejects(ask({ status: 500, text: 'no' }), /answered 500/);
  for (const text of [
    'no JSON',
    '{}',
    '{"data":[]}',
    '{"data":[{"index":0,"embedding":[1]}]}',
    '{"data":[{"index":0,"embedding":["x"]}]}',
    `{"data":[${[[1, 2], [1], [1, 2], [1, 2]].map((embedding, index) => JSON.stringify({ index, embedding })).join()}]}`,
  ])
    await assert.rejects(ask({ status: 200, text }), /did not answer as/, text);
});

test('a service that is not there is told of by its name', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise((resolve) => server.close(resolve));
  const address = `http://${host}`;
  const asked = semanticLikeness(embeddingService(address, '', false), pairs, never);
  await assert.rejects(asked, (error: Error) => error.message.startsWith(`${host} cannot be asked: `));
});

test('of a long text what is like the item is sent, wherever it stands', () => {
  const [before, like] = ['So it goes on. '.repeat(400), 'how many lamps burn'];
  const run = (start: number, end: number) => ({ item: { start: 0, end: 3 }, row: { start, end } });
  const at = before.length;
  const runs = [run(at, at + 3), run(at + 4, at + like.length)];
  assert.equal(sentOf(before + like + before, runs), like);
  assert.equal(sentOf(`Well, ${like}`, [run(6, 9)]), `Well, ${like}`);
  assert.equal(sentOf(before, []), before);
});

test('what is stopped sends no more', async (context) => {
  const { asked, address } = await serviceIn(context);
  await assert.rejects(semanticLikeness(embeddingService(address, '', false), pairs, AbortSignal.abort()));
  assert.equal(asked.length, 0);
});
