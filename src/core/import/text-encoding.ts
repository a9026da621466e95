import { isUtf8 } from 'node:buffer';
import type { OpenFile } from '../dataset/file-store';
import { fileChunks } from './byte-window';

/** How a file spells its text. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface EncodingFound {
  encoding: TextEncoding;
  /** Bytes of the byte order mark. */
  mark: number;
}

/** What Windows puts in the places that Latin-1 leaves to control characters, from 0x80 on. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The encoding that the first bytes of a file speak for. */
export function encodingOf(sample: Uint8Array): EncodingFound {
  const [first, second, third] = sample;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', mark: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', mark: 2 };
  if (sample.length >= 4 && looksUtf16(sample, 1)) return { encoding: 'utf-16le', mark: 0 };
  if (sample.length >= 4 && looksUtf16(sample, 0)) return { encoding: 'utf-16be', mark: 0 };
  return { encoding: isUtf8(wholeCharacters(sample)) ? 'utf-8' : 'windows-1252', mark: 0 };
}

/** Whether every byte of a file is UTF-8. Reads all of it. */
export async function isAllUtf8(file: OpenFile, signal?: AbortSignal): Promise<boolean> {
  let rest: Uint8Array = Buffer.alloc(0);
  for await (const chunk of fileChunks(file)) {
    signal?.throwIfAborted();
    const bytes = Buffer.concat([rest, chunk]);
    const whole = wholeCharacters(bytes);
    if (!isUtf8(whole)) return false;
    rest = bytes.subarray(whole.length);
  }
  return rest.length === 0;
}

/** The text of a file behind its byte order mark, piece by piece. */
export async function* textChunks(
  chunks: AsyncIterable<Uint8Array>,
  encoding: TextEncoding,
): AsyncGenerator<string> {
  const decode = decoderFor(encoding);
  for await (const chunk of chunks) yield decode(chunk, true);
  yield decode(Buffer.alloc(0), false);
}

/** The bytes of a text as UTF-8. They pass as they are when they are that already. */
export async function* utf8Chunks(
  chunks: AsyncIterable<Uint8Array>,
  encoding: TextEncoding,
): AsyncGenerator<Uint8Array> {
  if (encoding === 'utf-8') yield* chunks;
  else for await (const text of textChunks(chunks, encoding)) yield Buffer.from(text);
}

/** `more`: further bytes follow. */
type Decode = (bytes: Uint8Array, more: boolean) => string;

function decoderFor(encoding: TextEncoding): Decode {
  if (encoding === 'windows-1252') return (bytes) => fromWindows1252(bytes);
  const decoder = new TextDecoder(encoding === 'utf-8' ? 'utf-8' : 'utf-16le', { ignoreBOM: true });
  const decode: Decode = (bytes, more) => decoder.decode(bytes, { stream: more });
  return encoding === 'utf-16be' ? swapping(decode) : decode;
}

/** Not every Node has the decoders for the other byte order and for Windows; these few lines are the same in all. */
function swapping(decode: Decode): Decode {
  let odd = Buffer.alloc(0);
  return (bytes, more) => {
    const all = Buffer.concat([odd, bytes]);
    const even = all.length - (all.length % 2);
    odd = Buffer.from(all.subarray(even));
    return decode(all.subarray(0, even).swap16(), more);
  };
}

function fromWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return text.replace(/[\u0080-\u009f]/g, (sign) => WINDOWS_1252[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** Text of a European script has a zero in every other byte. */
function looksUtf16(sample: Uint8Array, zeroAt: number): boolean {
  let zeros = 0;
  const pairs = Math.min(sample.length >> 1, 200);
  for (let pair = 0; pair < pairs; pair++) {
    if (sample[2 * pair + zeroAt] === 0 && sample[2 * pair + 1 - zeroAt] !== 0) zeros++;
  }
  return zeros > 0.7 * pairs;
}

/** Without a character that is cut off at the end. */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(4, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < needed ? bytes.subarray(0, -back) : bytes;
    }
  }
  return bytes;
}
