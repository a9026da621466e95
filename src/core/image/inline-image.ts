import { judgeImage, MOST_BYTES } from './image-check';
import type { ImageFacts } from './image-check';
import { HEADER_BYTES } from './image-header';

/** The base64 of the first bytes of PNG, JPEG, GIF, WebP and SVG. */
const STARTS = /^(?:iVBORw0KGgo|\/9j\/|R0lGOD|UklGR|PHN2Zy|PD94bWwg)/;
const DATA_URL = /^data:image\/[\w.+-]+(?:;[\w-]+=[\w.-]+)*;base64,/i;

/** Whether a text is an image's bytes, in base64 or as a data URL. Looks at its beginning alone. */
export function isInlineImage(text: string): boolean {
  return DATA_URL.test(text.slice(0, 200)) || (text.length >= 64 && STARTS.test(text));
}

/** The bytes of an image that stands in a row; `upTo` of them, where all are not needed. Null where they are not base64. */
export function inlineBytes(text: string, upTo = Infinity): Uint8Array<ArrayBuffer> | null {
  const from = DATA_URL.exec(text.slice(0, 200))?.[0].length ?? 0;
  const to = upTo === Infinity ? text.length : from + Math.ceil(upTo / 3) * 4;
  try {
    const characters = atob(text.slice(from, to).replaceAll(/\s/g, ''));
    return Uint8Array.from(characters, (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

/** What is known of an image that stands in a row. */
export function judgeInline(name: string, text: string): ImageFacts {
  const size = inlineSize(text);
  const bytes =
    size > MOST_BYTES ? new Uint8Array() : inlineBytes(text, size > HEADER_BYTES ? HEADER_BYTES : undefined);
  if (!bytes) return { fault: 'unreadable', message: `${name} is not base64.` };
  return judgeImage(name, bytes, size <= HEADER_BYTES ? bytes.length : size);
}

/** About how many bytes the text stands for. */
function inlineSize(text: string): number {
  return Math.floor(((text.length - text.indexOf(',') - 1) * 3) / 4);
}
