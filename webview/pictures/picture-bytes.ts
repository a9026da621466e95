import type { Medium } from '../../src/core/profile/reading';
import { pictureKey } from '../../src/core/profile/row-pictures';
import { inlineBytes, judgeInline } from '../../src/core/image/inline-image';
import type { ImagePacket } from '../../src/protocol/page';

/** Images that nobody looks at now are kept up to so many bytes together. */
const MOST_KEPT = 48 * 1024 * 1024;
/** So many are fetched at a time. */
const AT_ONCE = 2;

interface Held {
  address: Promise<string>;
  size: number;
  users: number;
}

/** The bytes of images as addresses that an `img` takes: fetched when an image comes into sight, forgotten when there are too many. */
export class PictureBytes {
  private readonly held = new Map<string, Held>();
  private readonly fetch: (file: string) => Promise<ImagePacket>;
  private readonly blobs = new Map<string, Blob>();
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(fetch: (file: string) => Promise<ImagePacket>) {
    this.fetch = fetch;
  }

  /** The image's address, good until it is let go. */
  take(medium: Medium): Promise<string> {
    const key = pictureKey(medium);
    const held = this.held.get(key) ?? { address: Promise.resolve(''), size: 0, users: 0 };
    if (!this.held.has(key)) held.address = this.load(medium, held);
    held.users++;
    this.held.delete(key); // what was used last comes last
    this.held.set(key, held);
    held.address.catch(() => this.held.delete(key));
    return held.address;
  }

  letGo(medium: Medium): void {
    const held = this.held.get(pictureKey(medium));
    if (held) held.users--;
    this.drop();
  }

  /** The first 32 hex digits of the SHA-256 of an image's bytes. */
  async digest(medium: Medium): Promise<string> {
    const address = await this.take(medium);
    const blob = this.blobs.get(address);
    this.letGo(medium);
    const hash = await crypto.subtle.digest('SHA-256', (await blob?.arrayBuffer()) ?? new ArrayBuffer());
    return [...new Uint8Array(hash).subarray(0, 16)]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('');
  }

  private async load(medium: Medium, held: Held): Promise<string> {
    if (this.running >= AT_ONCE) await new Promise<void>((go) => this.waiting.push(go));
    this.running++;
    try {
      const { bytes, type } = medium.data === undefined ? await this.fetch(medium.file) : inRow(medium.data);
      held.size = bytes.byteLength;
      const blob = new Blob([bytes], { type });
      const address = URL.createObjectURL(blob);
      this.blobs.set(address, blob);
      return address;
    } finally {
      this.running--;
      this.waiting.shift()?.();
    }
  }

  private drop(): void {
    let size = [...this.held.values()].reduce((sum, held) => sum + held.size, 0);
    for (const [key, held] of this.held) {
      if (size <= MOST_KEPT) return;
      if (held.users > 0) continue;
      this.held.delete(key);
      size -= held.size;
      held.address.then(
        (address) => {
          this.blobs.delete(address);
          URL.revokeObjectURL(address);
        },
        () => undefined,
      );
    }
  }
}

function inRow(data: string): { bytes: BlobPart & ArrayBufferView; type: string } {
  const facts = judgeInline('The image in the row', data);
  const bytes = inlineBytes(data);
  if (facts.fault !== null || !bytes)
    throw new Error(facts.fault === null ? 'It is not base64.' : facts.message);
  return { bytes, type: facts.type };
}
