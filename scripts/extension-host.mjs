// What can be known of a running embedded VS Code's extension host from outside.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

/**
 * The processes that run extensions, one for each open window.
 * @param {{ pid: number }} server
 * @returns {number[]}
 */
export function extensionHostPids(server) {
  return groupMembers(server.pid)
    .filter(({ command }) => command.includes('--type=extensionHost'))
    .map(({ pid }) => pid);
}

function groupMembers(group) {
  const all = fs.existsSync('/proc/self/stat') ? linuxProcesses() : otherProcesses();
  return all.filter((one) => one.group === group);
}

function linuxProcesses() {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const afterName = fs
          .readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ');
        const command = fs.readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return [{ pid: Number(name), group: Number(afterName[2]), command }];
      } catch {
        return []; // it ended meanwhile
      }
    });
}

function otherProcesses() {
  const lines = execFileSync('ps', ['-axo', 'pid=,pgid=,command='], { encoding: 'utf8' }).split('\n');
  return lines
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, pid, group, command]) => ({ pid: Number(pid), group: Number(group), command }));
}
