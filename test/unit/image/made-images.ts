import { crc32, deflateSync } from 'node:zlib';

/** A PNG of one colour, made here. */
export function png(width: number, height: number, [red, green, blue] = [200, 60, 40]): Uint8Array {
  const line = Buffer.from([
    0,
    ...Array.from({ length: width }, () => [red, green, blue]).flat(),
  ] as number[]);
  const pixels = Buffer.concat(Array.from({ length: height }, () => line));
  return pngOf(width, height, deflateSync(pixels));
}

/** A PNG that says it has this size, whatever it holds. */
export function pngOf(width: number, height: number, data: Uint8Array): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const sign = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([sign, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const whole = Buffer.alloc(8);
  whole.writeUInt32BE(data.length, 0);
  whole.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([whole.subarray(0, 4), body, whole.subarray(4)]);
}

/** A JPEG's segments up to its size, and its end; `orientation` as a camera writes it. */
export function jpeg(width: number, height: number, orientation = 1): Uint8Array {
  const exif = Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0', 'latin1');
  exif[exif.length - 3] = orientation;
  const size = Buffer.alloc(9);
  size.writeUInt16BE(height, 1);
  size.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, exif),
    segment(0xc0, size),
    Buffer.from([0xff, 0xd9]),
  ]);
}

function segment(marker: number, body: Uint8Array): Uint8Array {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

export function gif(width: number, height: number): Uint8Array {
  const bytes = Buffer.from('GIF89a\0\0\0\0\0\0\0;', 'latin1');
  bytes.writeUInt16LE(width, 6);
  bytes.writeUInt16LE(height, 8);
  return bytes;
}

export function webp(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(40);
  bytes.write('RIFF\0\0\0\0WEBPVP8X', 'latin1');
  bytes.writeUInt32LE(32, 4);
  bytes.writeUIntLE(width - 1, 24, 3);
  bytes.writeUIntLE(height - 1, 27, 3);
  return bytes;
}
