// Runs a program to its end; it is ended with us if we are told to stop.
import { spawn } from 'node:child_process';
import { root } from './project-root.mjs';
import { onShutdown } from './shutdown.mjs';

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean }} [options] quiet: its output is shown only if it fails
 * @returns {Promise<void>} rejects when the program fails
 */
export async function run(command, args, { cwd = root, env = process.env, quiet = false } = {}) {
  const batch = process.platform === 'win32' && /^npm$|\.cmd$/.test(command); // there they run in a shell only
  const child = spawn(batch ? quoted(command) : command, batch ? args.map(quoted) : args, {
    cwd,
    env,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    shell: batch,
  });
  const forget = onShutdown(() => child.kill('SIGTERM'));
  const output = [];
  child.stdout?.on('data', (bytes) => output.push(bytes));
  child.stderr?.on('data', (bytes) => output.push(bytes));
  const ended = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signal));
  }).finally(forget);
  if (ended === 0) return;
  const said = Buffer.concat(output).toString().trimEnd();
  throw new Error(`${command} ${args.join(' ')} ended with ${ended}${said && `:\n${said}`}`);
}

const quoted = (word) => `"${word}"`;
