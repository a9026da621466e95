import path from 'node:path';

/** Where the JSONL of a file goes: `problems.csv.gz` to `problems.jsonl`, a `.jsonl` that is none to `problems.converted.jsonl`. */
export function jsonlBeside(file: string): string {
  const { dir, name, ext } = path.parse(file.replace(/\.(gz|gzip|zst|zstd)$/i, ''));
  const own = path.join(dir, name + ext) === file && /^\.(jsonl|ndjson)$/i.test(ext);
  return path.join(dir, own ? `${name}.converted.jsonl` : `${name}.jsonl`);
}
