import path from 'node:path';
import type { LinkIndex } from '../core/link/link-index';
import { settingOf } from '../core/project/project';
import { readLinkedRows } from '../workers/link-client';
import { UnreadableInput } from './exit-codes';
import type { openAnyDataset } from './open-dataset';

/** A dataset that is open, whatever kind of file it came from. */
export type Opened = Awaited<ReturnType<typeof openAnyDataset>>;

/** The rows that datasets link, in the order of their files. Throws `UnreadableInput` where they cannot be read. */
export async function readLinks(opened: readonly Opened[], files: readonly string[]): Promise<LinkIndex> {
  const read = opened.map(({ dataset, detection, project }, at) => {
    const name = path.basename(files[at] ?? '');
    const { split } = settingOf(project, path.resolve(files[at] ?? ''));
    return { file: dataset.path, name, profile: detection.profile, split, beside: false };
  });
  const { index, failure } = await readLinkedRows(__dirname, { files: read, byHand: [] });
  if (failure !== null) throw new UnreadableInput(`${files.join(', ')}: ${failure}`);
  return index;
}
