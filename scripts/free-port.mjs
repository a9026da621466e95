// A port that nothing listens on.
import net from 'node:net';

const TRIES = 50;

/** @returns {Promise<number>} `wanted`, or the next one that is free; any free one for 0 */
export async function freePort(wanted) {
  for (let port = wanted; port < wanted + TRIES && port <= 65_535; port += 1) {
    const found = await tryPort(port);
    if (found) return found;
    console.log(`Port ${port} is taken.`);
  }
  throw new Error(`No free port from ${wanted} on: set PORT to another one.`);
}

function tryPort(port) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    probe.listen(port, '127.0.0.1', () => {
      const found = probe.address().port;
      probe.close(() => resolve(found));
    });
  });
}
