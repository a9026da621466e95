import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder of its own for a test, with these files in it; gone when the test is over. */
export async function folderWith(
  context: { after(clean: () => Promise<void>): void },
  files: Record<string, string | Uint8Array> = {},
): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'scholium-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
  return folder;
}
