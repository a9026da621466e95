import type { JsonPath } from '../row/json';

/** The parts of a JSON pointer in its fragment form (RFC 6901, section 6), without what stands before the first slash. */
export function pointerParts(fragment: string): string[] {
  return decoded(fragment)
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Without its percent signs; as it is where these are no encoding. */
export function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** A path as a JSON pointer, such as `/$defs/a~1b`, of which a URI takes the percent-encoded form. */
export function pointerTo(path: JsonPath): string {
  return path
    .map((step) => `/${encodeURI(String(step).replaceAll('~', '~0').replaceAll('/', '~1'))}`)
    .join('');
}
