import { rm } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { digest } from '../row/key';
import type { Claim } from './edit-stores';

/**
 * Takes names for this process by sockets, which the system closes when the process ends, however it does. `folder` is where
 * they are on systems that keep them among the files: one for all processes, whatever each takes for its own. Two that find one
 * left behind by a dead process at the same moment may both take it: a journal then says itself that another window writes it.
 */
export async function claimBySocket(name: string, folder = '/tmp'): Promise<Claim | null> {
  const own = `scholium-${digest(name).slice(0, 24)}`; // a socket's path has room for 100 bytes
  const address = process.platform === 'win32' ? `\\\\.\\pipe\\${own}` : path.join(folder, `${own}.sock`);
  const first = await listen(address);
  if (first !== 'in use') return first;
  if (await answers(address)) return null;
  await rm(address, { force: true });
  const second = await listen(address);
  return second === 'in use' ? null : second;
}

/** Where there can be no socket at all, nobody is kept out. */
function listen(address: string): Promise<Claim | 'in use'> {
  return new Promise((resolve) => {
    const server = net.createServer((caller) => caller.destroy());
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      resolve(code === 'EADDRINUSE' ? 'in use' : { isExclusive: false, release: async () => undefined }),
    );
    server.listen(address, () => {
      server.unref();
      const release = () => new Promise<void>((over) => void server.close(() => over()));
      resolve({ isExclusive: true, release });
    });
  });
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const call = net.connect(address, () => {
      call.destroy();
      resolve(true);
    });
    call.once('error', () => resolve(false));
  });
}
