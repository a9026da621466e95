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
