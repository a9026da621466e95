import { checkGroups } from '../../../src/core/check/link/check-groups';
import type { FileFinding } from '../../../src/core/check/link/check-groups';
import type { LinkedGroup } from '../../../src/core/link/group';
import { LinkScan } from '../../../src/core/link/link-scan';
import type { HandLink } from '../../../src/core/link/link-scan';
import { profileSchema } from '../../../src/core/profile/profile';
import type { LinkRule, Profile } from '../../../src/core/profile/profile';
import { rawRow } from '../check/rows';

/** A profile of plain questions and answers, named by `id`, whose rows are linked by these rules. */
export function linkedBy(links: LinkRule[], fields: { problem?: string; answer?: string } = {}): Profile {
  return profileSchema.parse({
    id: 'linked',
    title: 'Linked',
    about: 'Rows of a test.',
    signature: [],
    idField: ['id'],
    roles: [
      { role: 'problem', paths: [[fields.problem ?? 'question']] },
      { role: 'answer', paths: [[fields.answer ?? 'answer']] },
    ],
    links,
  });
}

/** All rows of these files, read to their ends. */
export function scanOf(
  files: Record<string, (object | string)[]>,
  profile: Profile,
  byHand: HandLink[] = [],
): LinkScan {
  const names = Object.keys(files);
  const scan = new LinkScan(
    names.map((name) => ({ name, profile })),
    byHand,
  );
  for (const [file, name] of names.entries()) {
    for (const [number, row] of (files[name] ?? []).entries())
      scan.add(file, rawRow(number, typeof row === 'string' ? row : JSON.stringify(row)));
  }
  scan.finish();
  return scan;
}

export function groupsOf({ index }: LinkScan): LinkedGroup[] {
  return Array.from({ length: index.size }, (_, number) => index.group(number));
}

/** A group in short: `variant 12: 3 seed, 1 a, 2 b` with rows from 1, and the file where it is not the first. */
export function inShort({ type, name, members }: LinkedGroup): string {
  const each = members.map(({ file, row, place }) =>
    `${file > 0 ? `${file}/` : ''}${row + 1} ${place}`.trim(),
  );
  return `${type} ${name}: ${each.join(', ')}`;
}

export function findingsOf(scan: LinkScan, names: string[] = ['a.jsonl', 'b.jsonl']): FileFinding[] {
  return [...checkGroups(scan, names)].flat();
}

/** Findings in short: `2 links/split error`, with rows from 1. */
export function rulesOf(findings: FileFinding[]): string[] {
  return findings.map(
    ({ file, finding: { row, rule, severity } }) =>
      `${file > 0 ? `${file}/` : ''}${row + 1} ${rule} ${severity}`,
  );
}
