import type { FileKind } from './file-kind';

type Told = Pick<FileKind, 'id' | 'way' | 'sentence'>;

const ELSEWHERE = 'Export it as CSV or JSONL in the program that made it, then convert that.';

/** What the first bytes (and the last eight, for Parquet) say outright; null for text. */
export function signatureOf(sample: Buffer, name: string, last: Uint8Array): Told | null {
  if (sample.length === 0) return told('empty', 'none', `${name} is empty.`);
  const text = sample.toString('latin1', 0, 2048);
  return (
    parquet(text, name, last) ??
    archive(sample, text, name) ??
    pointerOrPage(text, name) ??
    otherBinary(sample, name) ??
    (/^(\xef\xbb\xbf)?\s*$/.test(text) && sample.length < 2048
      ? told('empty', 'none', `${name} has nothing but white space.`)
      : null)
  );
}

function parquet(text: string, name: string, last: Uint8Array): Told | null {
  if (text.startsWith('PARE')) {
    return told('binary', 'none', `${name} is an encrypted Parquet file: decrypt it first.`);
  }
  if (!text.startsWith('PAR1')) return null;
  if (Buffer.from(last).toString('latin1', last.length - 4) !== 'PAR1') {
    const sentence = `${name} is a Parquet file that was cut off: its end is missing. Download or write it again.`;
    return told('binary', 'none', sentence);
  }
  return told('parquet', 'convert', `${name} is a Parquet file: “Convert to JSONL” makes a dataset of it.`);
}

function archive(sample: Buffer, text: string, name: string): Told | null {
  if (sample[0] === 0x1f && sample[1] === 0x8b) return compressed('gzip', name);
  if (sample.length >= 4 && [0xfd2fb528, 0x184d2a50].includes(zstdMagic(sample)))
    return compressed('zstd', name);
  if (text.startsWith('PK\x03\x04')) {
    const sheet = /xl\/|\[Content_Types\]|opendocument\.spreadsheet/.test(text);
    if (!sheet) return told('binary', 'none', `${name} is a ZIP archive: unpack it and open what is in it.`);
    return told(
      'spreadsheet',
      'none',
      `${name} is a spreadsheet, not text: save it as CSV, then convert that.`,
    );
  }
  if (text.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) {
    const sentence = `${name} is an old Office file (XLS or DOC): save it as CSV, then convert that.`;
    return told('spreadsheet', 'none', sentence);
  }
  return null;
}

/** Skippable frames have sixteen numbers. */
function zstdMagic(sample: Buffer): number {
  const magic = sample.readUInt32LE(0);
  return magic >>> 4 === 0x184d2a5 ? 0x184d2a50 : magic;
}

function compressed(id: 'gzip' | 'zstd', name: string): Told {
  const named = /\.(gz|gzip|zst|zstd)$/i.test(name);
  const sentence = `${name} is compressed (${id})${named ? '' : ', whatever its name says'}`;
  return told(id, 'open-read-only', `${sentence}: it opens read-only. To edit it, convert it to JSONL.`);
}

function pointerOrPage(text: string, name: string): Told | null {
  if (text.startsWith('version https://git-lfs.github.com/spec/')) {
    const size = /^size (\d+)/m.exec(text)?.[1];
    const of = size ? ` of ${Number(size).toLocaleString('en')} bytes` : '';
    const sentence = `${name} is a Git LFS pointer, not the file${of} it stands for: run \`git lfs pull\` in its folder.`;
    return told('lfs-pointer', 'none', sentence);
  }
  if (/^(\xef\xbb\xbf)?\s*(<!doctype html|<html|<head|<\?xml|<Error>)/i.test(text)) {
    const sentence = `${name} is a web page, most likely an error in place of the download: download the dataset again.`;
    return told('html', 'none', sentence);
  }
  return null;
}

const OTHERS: [string, string][] = [
  ['SQLite format 3\0', 'an SQLite database'],
  ['ARROW1', 'an Arrow file'],
  ['Obj\x01', 'an Avro file'],
  ['\x89HDF\r\n\x1a\n', 'an HDF5 file'],
  ['\x93NUMPY', 'a NumPy array'],
  ['%PDF-', 'a PDF document'],
  ['\x89PNG', 'a picture (PNG)'],
  ['\xff\xd8\xff', 'a picture (JPEG)'],
  ['BZh', 'compressed with bzip2'],
  ['\xfd7zXZ\0', 'compressed with xz'],
  ['7z\xbc\xaf\x27\x1c', 'a 7z archive'],
];

function otherBinary(sample: Buffer, name: string): Told | null {
  const start = sample.toString('latin1', 0, 16);
  const what = OTHERS.find(([magic]) => start.startsWith(magic))?.[1];
  return what === undefined ? null : told('binary', 'none', `${name} is ${what}. ${ELSEWHERE}`);
}

function told(id: Told['id'], way: Told['way'], sentence: string): Told {
  return { id, way, sentence };
}
