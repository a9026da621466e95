import type { SortDirection, SortKey } from './sort-keys';

const NUMBER = 0;
const TEXT = 1;
const MISSING = 2;
const SLAB = 1024 * 1024;
/** First bytes of a text that one number holds exactly. */
const LEAD = 6;

/** The sort keys of many rows, packed: 17 bytes a row, and the bytes of texts. */
export class KeyTable {
  private count = 0;
  private rows = new Uint32Array(1024);
  private ranks = new Uint8Array(1024);
  /** The number, or the first bytes of the text as a number: most comparisons need no more. */
  private leads = new Float64Array(1024);
  /** Where a text's bytes lie: in slab `places / SLAB`, after one byte for their number. */
  private places = new Uint32Array(1024);
  private readonly slabs: Buffer[] = [];
  private used = SLAB;
  /** a text is cut so that it fits, which a key never needs */
  private readonly scratch = Buffer.alloc(256);

  add(row: number, key: SortKey): void {
    if (this.count === this.rows.length) this.grow();
    const at = this.count++;
    this.rows[at] = row;
    this.ranks[at] = key === null ? MISSING : typeof key === 'string' ? TEXT : NUMBER;
    if (typeof key === 'number') this.leads[at] = key;
    if (typeof key === 'string') this.addText(at, key);
  }

  /** The rows in order; see SortKey. */
  order(direction: SortDirection): Uint32Array<ArrayBuffer> {
    const order = Uint32Array.from({ length: this.count }, (_, at) => at);
    const turn = direction === 'ascending' ? 1 : -1;
    order.sort((a, b) => this.compare(a, b, turn));
    return order.map((at) => this.rows[at] ?? 0);
  }

  private compare(a: number, b: number, turn: number): number {
    const rank = this.ranks[a] ?? 0;
    const ranked = rank - (this.ranks[b] ?? 0);
    if (ranked !== 0) return ranked;
    const [leadA = 0, leadB = 0] = [this.leads[a], this.leads[b]];
    if (leadA !== leadB) return leadA < leadB ? -turn : turn;
    const texts = rank === TEXT ? this.compareTexts(this.places[a] ?? 0, this.places[b] ?? 0) : 0;
    return texts === 0 ? (this.rows[a] ?? 0) - (this.rows[b] ?? 0) : texts * turn;
  }

  private compareTexts(placeA: number, placeB: number): number {
    const [slabA, slabB] = [this.slabs[Math.floor(placeA / SLAB)], this.slabs[Math.floor(placeB / SLAB)]];
    if (!slabA || !slabB) return 0;
    const [a, b] = [placeA % SLAB, placeB % SLAB];
    const [lengthA = 0, lengthB = 0] = [slabA[a], slabB[b]];
    const shared = Math.min(lengthA, lengthB);
    for (let at = LEAD + 1; at <= shared; at++) {
      const apart = (slabA[a + at] ?? 0) - (slabB[b + at] ?? 0);
      if (apart !== 0) return apart;
    }
    return lengthA - lengthB;
  }

  private addText(at: number, text: string): void {
    const length = this.scratch.write(text, 'utf8');
    if (this.used + length + 1 > SLAB) {
      this.slabs.push(Buffer.alloc(SLAB));
      this.used = 0;
    }
    const slab = this.slabs.at(-1);
    if (!slab) return;
    this.scratch.fill(0, length, Math.max(length, LEAD));
    this.leads[at] = this.scratch.readUIntBE(0, LEAD);
    this.places[at] = (this.slabs.length - 1) * SLAB + this.used;
    slab[this.used] = length;
    this.scratch.copy(slab, this.used + 1, 0, length);
    this.used += length + 1;
  }

  private grow(): void {
    const size = this.rows.length * 2;
    this.rows = grown(new Uint32Array(size), this.rows);
    this.ranks = grown(new Uint8Array(size), this.ranks);
    this.leads = grown(new Float64Array(size), this.leads);
    this.places = grown(new Uint32Array(size), this.places);
  }
}

function grown<T extends { set(from: T): void }>(into: T, from: T): T {
  into.set(from);
  return into;
}
