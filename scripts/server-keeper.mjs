// Runs a server, and ends it with all its children as soon as the process that started it is gone, however that went:
// the other end of our standard input closes even when that process was killed outright.
//   node server-keeper.mjs FOLDER_TO_REMOVE_AT_THE_END COMMAND ARGUMENT...
// It must be started as the leader of a process group of its own.
import { spawn } from 'node:child_process';
import fs from 'node:fs';

const PATIENCE = 4000; // milliseconds between asking and killing

const [scratch, command, ...args] = process.argv.slice(2);
const server = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
const gone = new Promise((resolve) => {
  server.once('exit', resolve);
  server.once('error', resolve);
});
let ending = false;

async function end() {
  if (ending) return;
  ending = true;
  signalGroup('SIGTERM');
  await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  signalGroup('SIGKILL'); // whoever is left, ourselves included
  process.exit();
}

function signalGroup(signal) {
  try {
    process.kill(-process.pid, signal);
  } catch {
    server.kill(signal);
  }
}

process.stdin.on('end', end).on('error', end).resume();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
void gone.then(end);
