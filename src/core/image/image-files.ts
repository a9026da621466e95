import path from 'node:path';
import type { FileStore } from '../dataset/file-store';
import { errorMessage } from '../error-message';
import { judgeImage, MOST_BYTES } from './image-check';
import type { ImageFacts } from './image-check';
import { HEADER_BYTES } from './image-header';

/** Folders that datasets keep their images in, below their own and below those around it. */
const FOLDERS = [
  '',
  'images',
  'image',
  'img',
  'imgs',
  'data',
  'figures',
  'media',
  'data/images',
  'data images',
];
/** How many folders above the dataset's own are looked in, as far as the workspace goes. */
const ABOVE = 2;
const EXTENSION = /\.(?:png|jpe?g|gif|webp|svg)$/i;
/** A list of the images by their ids, beside the dataset: `{"17": "images/seventeen.png"}`. */
const MAPPINGS = ['images.json', 'image_map.json', 'image_paths.json'];
const LARGEST_MAPPING = 8 * 1024 * 1024;

interface Around {
  /** The folders that are there, in the order in which they are looked in. */
  folders: string[];
  mapping: ReadonlyMap<string, string>;
}

/** The images that the rows of one dataset name: by a path, by a name without extension, by an id. */
export class ImageFiles {
  private readonly files: FileStore;
  private readonly dataset: string;
  private readonly workspace: string;
  private around: { mtimeMs: number; known: Promise<Around> } | undefined;
  private readonly stems = new Map<string, { mtimeMs: number; names: ReadonlyMap<string, string> }>();

  /** Nothing outside `workspace`, a folder around the dataset or its own, is read. */
  constructor(files: FileStore, dataset: string, workspace = path.dirname(dataset)) {
    this.files = files;
    this.dataset = dataset;
    this.workspace = workspace;
  }

  /** What is known of an image: reads its first bytes. Never rejects. */
  async facts(name: string): Promise<ImageFacts> {
    try {
      const file = await this.find(name);
      if (typeof file !== 'string') return file;
      const { size } = await this.files.facts(file);
      const first = size > MOST_BYTES ? new Uint8Array() : await this.firstBytes(file);
      return judgeImage(path.relative(await this.root(), file), first, size);
    } catch (error) {
      const why = errorMessage(error);
      return { fault: 'unreadable', message: `${name} could not be read: ${why}` };
    }
  }

  /** A whole image. Rejects, in words for people, where it cannot be shown. */
  async read(name: string): Promise<{ bytes: Uint8Array; type: string }> {
    const facts = await this.facts(name);
    const file = await this.find(name);
    if (facts.fault !== null || typeof file !== 'string')
      throw new Error(facts.fault === null ? 'The image is gone.' : facts.message);
    const bytes = await this.files.readAll(file);
    const judged = judgeImage(name, bytes, bytes.length);
    if (judged.fault !== null) throw new Error(judged.message);
    return { bytes, type: judged.type };
  }

  private async firstBytes(file: string): Promise<Uint8Array> {
    const open = await this.files.open(file);
    try {
      return await open.read(0, HEADER_BYTES);
    } finally {
      await open.close();
    }
  }

  private async find(name: string): Promise<string | ImageFacts> {
    const { folders, mapping } = await this.lookAround();
    const named = mapping.get(name) ?? name;
    const outside = await this.climbsOut(named);
    if (outside) return outside;
    for (const folder of folders) {
      const file = await this.inFolder(folder, named);
      if (file === null) continue;
      if (isInside(await this.root(), file)) return file;
      return { fault: 'refused', message: `${name} leads outside the workspace, so it is not read.` };
    }
    const looked = folders.map((folder) => path.relative(this.workspace, folder) || 'the workspace folder');
    const kinds = EXTENSION.test(named) ? '' : ', with png, jpg, gif and webp behind it';
    return {
      fault: 'missing',
      message: `There is no image ${name}. Looked in ${looked.join(', ')}${kinds}.`,
    };
  }

  /** A path that leaves the workspace by its own words is not even looked for. */
  private async climbsOut(name: string): Promise<ImageFacts | null> {
    const said = path.resolve(path.dirname(this.dataset), name);
    if (name.includes('\0')) return { fault: 'refused', message: `The image's name is no file name.` };
    if (isInside(this.workspace, said) || isInside(await this.root(), said)) return null;
    return { fault: 'refused', message: `${name} lies outside the workspace, so it is not read.` };
  }

  private async inFolder(folder: string, name: string): Promise<string | null> {
    const file = path.resolve(folder, name);
    const whole = EXTENSION.test(name)
      ? undefined
      : (await this.stemsIn(path.dirname(file))).get(path.basename(file));
    const at = whole === undefined ? file : path.join(path.dirname(file), whole);
    return this.files.realPath(at).catch(() => null);
  }

  /** Names of images by what they are without their extension; read anew when the folder has changed. */
  private async stemsIn(folder: string): Promise<ReadonlyMap<string, string>> {
    const facts = await this.files.facts(folder).catch(() => null);
    if (!facts) return new Map();
    const known = this.stems.get(folder);
    if (known?.mtimeMs === facts.mtimeMs) return known.names;
    const listed = await this.files.list(folder).catch(() => []);
    const images = listed.filter((name) => EXTENSION.test(name)).toSorted();
    const names = new Map(images.map((name) => [name.replace(EXTENSION, ''), name]));
    this.stems.set(folder, { mtimeMs: facts.mtimeMs, names });
    return names;
  }

  /** What lies around the dataset; looked for anew when something was put into its folder. */
  private async lookAround(): Promise<Around> {
    const { mtimeMs } = await this.files.facts(path.dirname(this.dataset)).catch(() => ({ mtimeMs: 0 }));
    if (this.around?.mtimeMs !== mtimeMs)
      this.around = {
        mtimeMs,
        known: Promise.all([this.existing(), this.readMapping()]).then(([folders, mapping]) => ({
          folders,
          mapping,
        })),
      };
    return this.around.known;
  }

  private async existing(): Promise<string[]> {
    const found: string[] = [];
    let base = path.dirname(this.dataset);
    for (let above = 0; above <= ABOVE && isInside(this.workspace, base); above++) {
      for (const folder of FOLDERS) {
        const facts = await this.files.facts(path.join(base, folder)).catch(() => null);
        if (facts) found.push(path.join(base, folder));
      }
      base = path.dirname(base);
    }
    return found;
  }

  private root(): Promise<string> {
    return this.files.realPath(this.workspace);
  }

  private async readMapping(): Promise<ReadonlyMap<string, string>> {
    for (const name of MAPPINGS) {
      const file = path.join(path.dirname(this.dataset), name);
      const facts = await this.files.facts(file).catch(() => null);
      if (!facts || facts.size > LARGEST_MAPPING) continue;
      const entries = pathsIn(await this.files.readAll(file));
      if (entries.size > 0) return entries;
    }
    return new Map();
  }
}

function pathsIn(bytes: Uint8Array): Map<string, string> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return new Map(); // some other file of that name
  }
}

function isInside(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}
