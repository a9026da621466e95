import fs from 'node:fs';
import path from 'node:path';

/** A made row of about `bytes` bytes in the shape of MATH, with LaTeX as JSON has it. */
export function madeRow(number: number, bytes: number): string {
  const sentence = `Since $x_{${number}}^2 + \\frac{${number}}{7} \\le \\sqrt{${number + 2}}$, the claim follows. `;
  const solution = sentence.repeat(Math.max(1, Math.round((bytes - 200) / (sentence.length + 4))));
  return JSON.stringify({
    problem: `What is the least $x > ${number}$ with $x^2 \\equiv 1 \\pmod{${number + 3}}$?`,
    solution: `${solution}So the answer is $\\boxed{${number}}$.`,
    answer: String(number),
    subject: 'Number Theory',
    level: 1 + (number % 5),
    unique_id: `made/${number}.json`,
  });
}

/** A file of about `size` bytes in the folder, made when no other measure has made it; its name and exact size. */
export function madeFile(folder: string, size: number, rowBytes: number): { file: string; bytes: number } {
  const file = path.join(folder, `made-${size}-${rowBytes}.jsonl`);
  const known = fs.statSync(file, { throwIfNoEntry: false });
  return { file, bytes: known?.size ?? writeMadeFile(file, size, rowBytes) };
}

/** Writes a file of about `size` bytes, and returns its exact size. */
function writeMadeFile(file: string, size: number, rowBytes: number): number {
  const rows = Array.from({ length: 2000 }, (_, number) => madeRow(number, rowBytes));
  const block = Buffer.from(`${rows.join('\n')}\n`);
  const handle = fs.openSync(file, 'w');
  let written = 0;
  while (written < size) written += fs.writeSync(handle, block);
  fs.closeSync(handle);
  return written;
}
