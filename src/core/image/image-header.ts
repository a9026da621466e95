/** What an image's own header says. Sizes are in pixels as it is shown: a photograph that says it lies on its side is turned. */
export interface ImageHeader {
  type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  width: number;
  height: number;
}

/** So many bytes hold the header of nearly every image; a JPEG may have large metadata before its size. */
export const HEADER_BYTES = 256 * 1024;

/** Reads the header out of an image's first bytes, by what they are and not by any name; null when they are no image's. */
export function imageHeader(bytes: Uint8Array): ImageHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = readerOf(view)?.(view) ?? null;
  return found && found.width > 0 && found.height > 0 ? found : null;
}

/** Whether an image's bytes end where the format says that they do: one that was cut off does not. */
export function isWhole(bytes: Uint8Array, { type }: ImageHeader): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (type) {
    case 'image/png':
      return hasSign(bytes, 'IEND');
    case 'image/jpeg':
      return endsPicture(bytes);
    case 'image/gif':
      return bytes.subarray(-64).includes(0x3b);
    case 'image/webp':
      return view.getUint32(4, true) + 8 <= bytes.length + 1;
  }
}

type Reader = (view: DataView) => ImageHeader | null;

function readerOf(view: DataView): Reader | undefined {
  if (startsWith(view, '\x89PNG\r\n\x1a\n')) return readPng;
  if (startsWith(view, '\xff\xd8\xff')) return readJpeg;
  if (startsWith(view, 'GIF87a') || startsWith(view, 'GIF89a')) return readGif;
  return startsWith(view, 'RIFF') && startsWith(view, 'WEBP', 8) ? readWebp : undefined;
}

function readPng(view: DataView): ImageHeader | null {
  if (view.byteLength < 24 || !startsWith(view, 'IHDR', 12)) return null;
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

function readGif(view: DataView): ImageHeader | null {
  if (view.byteLength < 10) return null;
  return { type: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

function webpOf(width: number, height: number): ImageHeader {
  return { type: 'image/webp', width, height };
}

function readWebp(view: DataView): ImageHeader | null {
  if (view.byteLength < 30) return null;
  if (startsWith(view, 'VP8 ', 12))
    return webpOf(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  if (startsWith(view, 'VP8L', 12)) {
    const bits = view.getUint32(21, true);
    return webpOf((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
  }
  const extended = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65536 + 1;
  return startsWith(view, 'VP8X', 12) ? webpOf(extended(24), extended(27)) : null;
}

/** The size stands in the frame header, behind segments of metadata; one of these may say how the camera was held. */
function readJpeg(view: DataView): ImageHeader | null {
  let turned = false;
  for (let at = 2; at + 9 < view.byteLength && view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (isFrame(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      const [shownWidth, shownHeight] = turned ? [height, width] : [width, height];
      return { type: 'image/jpeg', width: shownWidth, height: shownHeight };
    }
    if (marker === 0xe1 && startsWith(view, 'Exif\0\0', at + 4)) turned ||= isTurned(view, at + 10);
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Exif's tag 0x0112: orientations 5 to 8 lie on their side. */
function isTurned(view: DataView, tiff: number): boolean {
  const little = startsWith(view, 'II', tiff);
  const read = (at: number, bytes: 2 | 4) => {
    if (at + bytes > view.byteLength) return 0;
    return bytes === 2 ? view.getUint16(at, little) : view.getUint32(at, little);
  };
  const tags = tiff + read(tiff + 4, 4);
  const count = Math.min(read(tags, 2), 200);
  for (let tag = 0; tag < count; tag++) {
    const at = tags + 2 + tag * 12;
    if (read(at, 2) === 0x0112) return read(at + 8, 2) >= 5 && read(at + 8, 2) <= 8;
  }
  return false;
}

function startsWith(view: DataView, sign: string, from = 0): boolean {
  if (view.byteLength < from + sign.length) return false;
  for (let at = 0; at < sign.length; at++) if (view.getUint8(from + at) !== sign.charCodeAt(at)) return false;
  return true;
}

/** Whether a JPEG's end marker is there: cameras write more behind it. */
function endsPicture(bytes: Uint8Array): boolean {
  for (let at = bytes.lastIndexOf(0xd9); at > 0; at = bytes.lastIndexOf(0xd9, at - 1))
    if (bytes[at - 1] === 0xff) return true;
  return false;
}

/** Whether a sign stands among an image's last bytes. */
function hasSign(bytes: Uint8Array, sign: string): boolean {
  const last = bytes.subarray(-64);
  return String.fromCharCode(...last).includes(sign);
}
