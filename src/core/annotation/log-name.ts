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
  return machine === undefined ? `${safe}.jsonl` : `${safe}@${machine}.jsonl`;
}
