import { digest } from '../../../src/core/row/key';
import type { RowPacket } from '../../../src/protocol/page';
import { loadRow } from '../../../webview/loaded-row';
import type { LoadedRow } from '../../../webview/loaded-row';
import { profileNamed } from '../profile/profiles';

/** A row as the host sends it. */
export function packetOf(number: number, text: string): RowPacket {
  const bytes = new Uint8Array(Buffer.from(text));
  return {
    number,
    position: number,
    again: false,
    previous: number > 0 ? { number: number - 1, again: false } : null,
    next: { number: number + 1, again: false },
    edited: false,
    bytes: bytes.buffer,
    size: bytes.length,
    key: `row:${number}`,
    hash: digest(text),
    findings: [],
    standing: [],
    review: [],
  };
}

export function loaded(text: string, profile = 'generic'): LoadedRow {
  return loadRow(packetOf(0, text), profileNamed(profile));
}
