import { createRequire } from 'node:module';
import path from 'node:path';
import { startChecks } from '../../../src/core/check/run-checks';
import { typesetFault } from '../../../src/core/maths/typeset-fault';
import { detectProfile } from '../../../src/core/profile/detect';
import type { Profile } from '../../../src/core/profile/profile';
import { shippedProfiles } from '../../../src/core/profile/shipped';
import { decodeRow, parseRow } from '../../../src/core/row/parse';
import type { StaticPage } from '../../../src/protocol/static-page';

const page = createRequire(path.resolve('package.json'))('./dist/static-page.js') as StaticPage;

/** The profile that a file of this one row would have. */
function profileOf(bytes: Uint8Array): Profile {
  const parsed = parseRow(decodeRow(bytes));
  return detectProfile(parsed.kind === 'value' ? [parsed.value] : [], shippedProfiles).profile;
}

/** A row drawn as the command line draws it, from the built page. */
export function drawn(
  content: string | Uint8Array,
  profile = profileOf(Buffer.from(content)),
  number = 0,
): string {
  const bytes = new Uint8Array(Buffer.from(content));
  const row = { number, bytes, size: bytes.length };
  const { findings, identity } = startChecks(profile, typesetFault)(row);
  const place = { position: number, again: false, previous: null, next: null, edited: false };
  const packet = { ...row, ...place, bytes: bytes.buffer, ...identity, findings, standing: [], review: [] };
  return page.renderRow({ packet, profile, library: [], images: {} });
}
