import * as z from 'zod';
import { errorMessage } from '../error-message';
import type { SpanPair } from './evidence';

/** An OpenAI-compatible service of embeddings, as the user named it. */
export interface EmbeddingService {
  /** Where it is asked: ends with `/embeddings`. */
  url: URL;
  /** Its name there; empty where it has one only. */
  model: string;
}

/** Two texts that may say the same. */
export interface TextPair {
  row: string;
  item: string;
}

/** Pairs that are sent at once. */
const PAIRS_AT_ONCE = 16;
/** UTF-16 units of a text that are sent: models read no more. */
const LONGEST_SENT = 4000;
const LONGEST_WAIT_MS = 120_000;

/**
 * The service at an address: `http://localhost:11434` stands for its `/v1/embeddings`. Throws a sentence for what is no address, and for one
 * that is not of this machine unless `elsewhere` allows it.
 */
export function embeddingService(address: string, model: string, elsewhere: boolean): EmbeddingService {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error(`“${address}” is no address of a service.`);
  if (url.username !== '' || url.password !== '')
    throw new Error('An address with a name or password is not used: it would be shown and logged.');
  if (!elsewhere && !isThisMachine(url.hostname))
    throw new Error(
      `${url.host} is not this machine: only such services are asked, unless you allow others.`,
    );
  if (!url.pathname.endsWith('/embeddings'))
    url.pathname = `${url.pathname.replace(/\/(?:v1\/?)?$/, '')}/v1/embeddings`;
  return { url, model };
}

/** By its name alone: nobody is asked where a name leads. */
function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

const answerSchema = z.object({
  data: z.array(
    z.object({ index: z.int().nonnegative(), embedding: z.array(z.number()).min(1).max(100_000) }),
  ),
});

/** What is sent of a row's text: all, or of a longer one what is like the item, which may stand far behind its beginning. */
export function sentOf(text: string, runs: readonly SpanPair[]): string {
  if (text.length <= LONGEST_SENT) return text;
  const [first, last] = [runs[0], runs.at(-1)];
  return first && last ? text.slice(first.row.start, last.row.end) : text;
}

/** How alike the two texts of each pair are, by the cosine of their embeddings (-1 to 1). Rejects where the service does not say. */
export async function semanticLikeness(
  { url, model }: EmbeddingService,
  pairs: readonly TextPair[],
  signal: AbortSignal,
): Promise<number[]> {
  const found: number[] = [];
  for (let from = 0; from < pairs.length; from += PAIRS_AT_ONCE) {
    const texts = pairs.slice(from, from + PAIRS_AT_ONCE).flatMap(({ row, item }) => [row, item]);
    const vectors = await embeddingsOf({ url, model }, texts, signal);
    for (let at = 0; at < vectors.length; at += 2)
      found.push(cosine(vectors[at] ?? [], vectors[at + 1] ?? []));
  }
  return found;
}

async function embeddingsOf(
  { url, model }: EmbeddingService,
  texts: string[],
  signal: AbortSignal,
): Promise<number[][]> {
  const input = texts.map((text) => text.slice(0, LONGEST_SENT) || ' ');
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(model === '' ? { input } : { model, input }),
    redirect: 'error', // the texts go where the user said, and nowhere else
    signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST_WAIT_MS)]),
  }).catch((error: unknown) => {
    throw new Error(`${url.host} cannot be asked: ${reasonOf(error)}.`);
  });
  if (!response.ok) throw new Error(`${url.host} answered ${response.status}.`);
  const answer = answerSchema.safeParse(await response.json().catch(() => null));
  const vectors: number[][] = [];
  for (const { index, embedding } of answer.data?.data ?? []) vectors[index] = embedding;
  const [first] = vectors;
  if (
    vectors.length !== texts.length ||
    Array.from(vectors).some((each?: number[]) => each?.length !== first?.length)
  )
    throw new Error(`${url.host} did not answer as a service of embeddings does.`);
  return vectors;
}

/** What `fetch` says of a failure stands in its cause. */
function reasonOf(error: unknown): string {
  return errorMessage(error instanceof Error ? (error.cause ?? error) : error);
}

function cosine(a: readonly number[], b: readonly number[]): number {
  let [product, one, other] = [0, 0, 0];
  for (const [at, value] of a.entries()) {
    product += value * (b[at] ?? 0);
    one += value * value;
    other += (b[at] ?? 0) ** 2;
  }
  return one === 0 || other === 0 ? 0 : product / Math.sqrt(one * other);
}
