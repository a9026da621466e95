/** The rows (0-based) of `file` that have `text`, by going over every byte. */
export function plainFind(file: Uint8Array, text: Uint8Array, ignoreCase: boolean): number[] {
  const rows: number[] = [];
  let row = 0;
  for (let at = 0; at < file.length; at++) {
    if (file[at] === 0x0a) row++;
    else if (rows.at(-1) !== row && fits(file, at, text, ignoreCase)) rows.push(row);
  }
  return rows;
}

function fits(file: Uint8Array, at: number, text: Uint8Array, ignoreCase: boolean): boolean {
  return text.every((byte, place) => {
    const there = file[at + place] ?? -1;
    return there === byte || (ignoreCase && lower(there) === lower(byte));
  });
}

function lower(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
}
