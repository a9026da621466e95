import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { OpenLog } from '../dataset/file-store';
import { changeOf, fileIdentitySchema, identityOf } from '../edit/file-identity';
import type { FileChange, FileIdentity } from '../edit/file-identity';
import type { EditStores } from '../edit/edit-stores';
import { cachedPath, keepWithin, makeCacheFolder } from './cache-folder';
import type { ContaminationWish } from './check-file';
import { MATCH_CLASSES } from './match-classes';

const VERSION = 1;

const count = z.int().nonnegative();
const span = z.object({ start: count, end: count });
const spans = z.array(z.object({ item: span, row: span }));
const hit = z.object({
  row: count,
  benchmark: count,
  item: z.object({ row: count, id: z.string() }),
  class: z.literal(MATCH_CLASSES),
  score: z.number().min(0).max(1),
  path: z.array(z.union([z.string(), count])).nullable(),
  runs: spans,
  numbers: spans,
});
const headerLine = z.object({ version: z.literal(VERSION), file: fileIdentitySchema });
/** `to`: null for a part that goes to the end of the file. */
const partLine = z.object({
  from: count,
  to: count.nullable(),
  checked: z.object({ rows: count, unread: count, hits: z.array(hit) }),
});

/** What was found in a part of the file. Rows are counted from its first. */
export type CheckedPart = z.infer<typeof partLine>['checked'];

/** Bytes of a file; `to` is Infinity for a part that goes to its end. */
export interface PartBounds {
  from: number;
  to: number;
}

/** What an earlier check of a file left, which did not come to its end. */
export interface EarlierCheck {
  parts: (PartBounds & { checked: CheckedPart })[];
  /** What was done to the file since, for which nothing of that check is taken. */
  change: FileChange | null;
}

/** What the progress of a check is known by: 64 hex digits. `index`: the key of the benchmarks' index. */
export function progressKey(wish: ContaminationWish, index: string): string {
  const { file, profile, least, onlyProblems = false } = wish;
  const of = JSON.stringify([index, file, profile, least, onlyProblems]);
  return createHash('sha256').update(of).digest('hex');
}

/** How far a check of a file is, on the disk: a line for each part that was checked. It is gone when the check is done. */
export class CheckProgress {
  private readonly stores: EditStores;
  private readonly path: string;
  private readonly log: OpenLog;
  private written: Promise<void> = Promise.resolve();

  private constructor(stores: EditStores, path: string, log: OpenLog) {
    this.stores = stores;
    this.path = path;
    this.log = log;
  }

  /** Goes on with what is kept of the file as it is now; else begins anew. */
  static async open(
    stores: EditStores,
    folder: string,
    key: string,
    file: string,
  ): Promise<{ progress: CheckProgress; earlier: EarlierCheck | null }> {
    await makeCacheFolder(folder);
    const path = cachedPath(folder, 'progress', key);
    const kept = await readProgress(stores, path);
    const change = kept && (await changeOf(stores.disk, file, kept.file));
    const goesOn = kept !== null && change === null;
    if (!goesOn) await stores.disk.remove(path);
    const begin = goesOn ? '\n' : line({ version: VERSION, file: await identify(stores, file) }); // its last line may be torn
    const log = await stores.files.openLog(path);
    await log.append(Buffer.from(begin));
    await keepWithin(folder, path);
    const earlier = kept && { parts: goesOn ? kept.parts : [], change };
    return { progress: new CheckProgress(stores, path, log), earlier };
  }

  /** That it cannot be kept is no failure of the check. */
  note({ from, to }: PartBounds, checked: CheckedPart): void {
    const text = line({ from, to: Number.isFinite(to) ? to : null, checked });
    this.written = this.written.then(() => this.log.append(Buffer.from(text))).catch(() => undefined);
  }

  async close(): Promise<void> {
    await this.written;
    await this.log.close();
  }

  /** All parts were checked. */
  async end(): Promise<void> {
    await this.close();
    await this.stores.disk.remove(this.path).catch(() => undefined);
  }
}

interface KeptProgress {
  file: FileIdentity;
  parts: EarlierCheck['parts'];
}

/** Null when there is nothing that can be read. Lines that are torn or damaged are left out. */
async function readProgress({ files }: EditStores, path: string): Promise<KeptProgress | null> {
  const bytes = await files.readAll(path).catch(() => null);
  const [first, ...lines] = (bytes ? new TextDecoder().decode(bytes) : '').split('\n');
  const header = headerLine.safeParse(valueOf(first ?? ''));
  if (!header.success) return null;
  const parts = lines.flatMap((text) => {
    const { data } = partLine.safeParse(valueOf(text));
    return data ? [{ from: data.from, to: data.to ?? Infinity, checked: data.checked }] : [];
  });
  return { file: header.data.file, parts };
}

function line(value: z.infer<typeof headerLine> | z.infer<typeof partLine>): string {
  return `${JSON.stringify(value)}\n`;
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function identify({ disk }: EditStores, file: string): Promise<FileIdentity> {
  const source = await disk.openSource(file);
  try {
    const { size } = await source.status();
    return await identityOf(source, size);
  } finally {
    await source.close();
  }
}
