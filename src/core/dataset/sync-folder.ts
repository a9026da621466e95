import { open } from 'node:fs/promises';

/** Makes the names in a folder durable: those of new files, and those that a rename gave. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return; // folders cannot be opened there
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
