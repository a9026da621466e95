import { digest } from '../row/key';

/** The folder beside a dataset that holds its annotation logs. */
export function logFolder(dataset: string): string {
  return `${dataset}.scholium`;
}

/** The file of one annotator's log. Different names give different files; no name leaves the folder. */
export function logFileName(annotator: string, machine?: string): string {
  const safe = annotator.normalize('NFC').replace(/[^\p{L}\p{N}_-]/gu, (character) => {
    const bytes = new TextEncoder().encode(character);
    return Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('');
  });
  const name = RESERVED.test(safe) ? `_${safe}` : shortened(safe, annotator);
  return machine === undefined ? `${name}.jsonl` : `${name}@${machine}.jsonl`;
}

/** Names of devices, which Windows gives to no file. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
/** File systems take 255 bytes; a machine's name and the ending are still to come. */
const LONGEST = 160;

function shortened(safe: string, annotator: string): string {
  if (Buffer.byteLength(safe) <= LONGEST) return safe;
  return `${safe.slice(0, 40)}~${digest(annotator).slice(0, 12)}`;
}
