import { seeded } from '../seeded';

const KIB = 1024;
const MIB = 1024 * KIB;

/** Files that break readers of lines, by name. */
export const HOSTILE_FILES: [string, Buffer][] = [
  ['an empty file', Buffer.alloc(0)],
  ['one line feed', text('\n')],
  ['only line feeds', text('\n'.repeat(3000))],
  ['one row without line feed', text('{"a":1}')],
  ['no line feed at the end', text('{"a":1}\n{"a":2}')],
  ['rows that end in CRLF', text('{"a":1}\r\n{"a":2}\r\n')],
  ['CR at the end of the file', text('{"a":1}\r\n{"a":2}\r')],
  ['two CRs before the line feed', text('a\r\r\nb\r\r')],
  ['a lone CR inside a row', text('{"a":1}\r{"b":2}\nc\n')],
  ['only CRs', text('\r\r\r')],
  ['blank rows', text('\n\na\n \n\t\r\n\nb\n\n')],
  ['a byte order mark', text('\ufeff{"a":1}\n\ufeff{"a":2}\n')],
  ['a byte order mark and nothing else', text('\ufeff')],
  ['a byte order mark and CRLF', text('\ufeff\r\n\ufeff\r\n')],
  ['half a byte order mark', Buffer.from([0xef, 0xbb])],
  ['U+2028, U+2029 and U+0085 inside rows', text('{"a":"x\u2028y\u2029z\u0085w"}\n{"a":"\u2028"}\n')],
  ['form feed, vertical tab and NUL', text('a\fb\vc\0d\n\0\n\0')],
  [
    'bytes that are no UTF-8',
    Buffer.from([0xff, 0xfe, 0x0a, 0xc0, 0x80, 0x0a, 0xed, 0xa0, 0x80, 0x0d, 0x0a]),
  ],
  ['a row longer than a window', rows(10, 65 * KIB, 20, 200 * KIB, 3)],
  ['a row longer than a chunk', rows(10, MIB + 5, 20, 3 * MIB, 3)],
  ['a chunk exactly', rows(MIB - 1)],
  ['a chunk exactly, without line feed', Buffer.alloc(MIB, 'x')],
  ['a window exactly', rows(64 * KIB - 1)],
  ['CR at the end of a window', rows(64 * KIB - 2, 5).fill(0x0d, 64 * KIB - 3, 64 * KIB - 2)],
  ['CR last in a window, LF first in the next', crossing(64 * KIB)],
  ['CR last in a chunk, LF first in the next', crossing(MIB)],
  ...[-2, -1, 0, 1, 2].flatMap((by): [string, Buffer][] => [
    [`a row that begins at 64 KiB ${by}`, rows(40, 64 * KIB - 42 + by, 7, 0, 9)],
    [`a row that begins at 1 MiB ${by}`, rows(40, MIB - 42 + by, 7, 0, 9)],
    [`many rows of 64 KiB ${by}`, rows(...Array.from({ length: 6 }, () => 64 * KIB - 1 + by))],
    [`short rows up to 128 KiB ${by}`, rows(...Array.from({ length: 2048 }, () => 63), by + 2, 5)],
  ]),
  ...Array.from({ length: 12 }, (_, seed): [string, Buffer] => [`random file ${seed}`, random(seed)]),
];

function text(content: string): Buffer {
  return Buffer.from(content, 'utf8');
}

/** Rows of these lengths, each with its line feed, told apart by their letters. */
function rows(...lengths: number[]): Buffer {
  return Buffer.concat(lengths.flatMap((length, at) => [Buffer.alloc(length, 97 + (at % 26)), text('\n')]));
}

function crossing(boundary: number): Buffer {
  return Buffer.concat([Buffer.alloc(boundary - 1, 'x'), text('\r\nnext\r\n')]);
}

/** Bytes that mean something to readers of lines, with long plain stretches between them. */
function random(seed: number): Buffer {
  const chance = seeded(seed);
  const signs = ['\n', '\r', '\r\n', '\n\n', '\ufeff', '\u2028', '\0', '{"a":1}', 'é', '😀'].map(text);
  const parts = Array.from({ length: 400 }, () => {
    const kind = chance.below(10);
    if (kind === 0) return Buffer.alloc(chance.below(chance.pick([100, 64 * KIB, 64 * KIB, 90 * KIB])), 'y');
    if (kind === 1) return Buffer.from([chance.below(256), chance.below(256)]);
    return chance.pick(signs);
  });
  return Buffer.concat(parts);
}
