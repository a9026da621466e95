/** A word with its place (UTF-16) and what it is known by. */
export interface PlacedWord {
  hash: number;
  start: number;
  end: number;
  /** A number, a formula or the end of a sentence stands before it. */
  apart: boolean;
}

/** A word of two letters or more; else what parts words: numbers, commands, signs of maths, ends of sentences, single letters. */
const PIECE = /\\[a-z]+|\p{L}[\p{L}\p{N}'’-]*[\p{L}\p{N}]|[\p{N}\p{L}$=+*/^_{}<>.!?:;\n]/giu;

/** The words of a text in their order. Two that follow each other without anything apart are a phrase. */
export function wordsOf(text: string): PlacedWord[] {
  const words: PlacedWord[] = [];
  let apart = true;
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    if (piece.length < 2 || piece.startsWith('\\')) apart = true;
    else {
      words.push({ hash: hashOf(piece.toLowerCase()), start: index, end: index + piece.length, apart });
      apart = false;
    }
  }
  return words;
}

/** FNV-1a over the UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** What several words are known by, in their order. */
export function together(...hashes: number[]): number {
  let hash = 0x9747b28c;
  for (const each of hashes) {
    hash = Math.imul(hash ^ each, 0x5bd1e995);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}
