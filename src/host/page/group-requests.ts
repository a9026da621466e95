import * as z from 'zod';
import type { RawRow } from '../../core/dataset/row-reader';
import type { GroupMember, LinkedGroup } from '../../core/link/group';
import { BY_HAND } from '../../core/link/link-scan';
import { readRow } from '../../core/profile/read-row';
import type { Reading } from '../../core/profile/reading';
import { identityRule } from '../../core/profile/profile-identity';
import { identifyRow } from '../../core/row/key';
import { decodeRow, parseRow } from '../../core/row/parse';
import type { PageGroup, PageMember, RowGroups } from '../../protocol/group';
import type { HostApi, RowPacket } from '../../protocol/page';
import type { DatasetDocument } from '../document/dataset-document';
import type { PageSurroundings } from './page-requests';

type GroupApi = Pick<HostApi, 'groups' | 'rowBeside' | 'openBeside' | 'linkRows'>;

/** Members of one group that a page is told. */
const MOST_MEMBERS = 2000;
const whole = z.int().nonnegative();

/** Answers what a page asks about rows that belong together. The groups are those of the file as it was saved. */
export function answerGroups(document: DatasetDocument, around: PageSurroundings): GroupApi {
  const { links } = document;
  return {
    groups: async (row) => groupsOf(document, whole.parse(row)),
    rowBeside: async (file, row) => {
      const raw = await links.rowBeside(whole.parse(file), whole.parse(row));
      return raw && packetBeside(document, raw);
    },
    openBeside: async (file, row) => {
      const name = links.files[whole.parse(file)];
      if (name !== undefined && file > 0) await around.openBeside(links.pathOf(name), whole.parse(row));
    },
    linkRows: (rows) => around.linkRows(z.array(whole).min(1).max(1000).parse(rows)),
  };
}

async function groupsOf(document: DatasetDocument, row: number): Promise<RowGroups> {
  document.wantLinks();
  const { links } = document;
  const [raw] = await document.rows(row, 1);
  const fileRow = raw?.origin.kind === 'file' ? raw.origin.row : raw?.origin.of;
  const numbers = fileRow === undefined ? [] : links.index.groupsOf(0, fileRow);
  const standing = rowsStanding(document);
  const groups = numbers.map((number) => pageGroup(document, links.index.group(number), standing));
  const linked = document.inForce.profile.links.length > 0 || links.index.size > 0;
  return { groups, share: links.share, failure: links.failure, linked };
}

/** A row that is linked with one of the document, by its key; null where there is none. */
export async function linkedReading(
  document: DatasetDocument,
  row: number,
  key: string,
): Promise<Reading | null> {
  const { profile } = document.inForce;
  const { groups } = await groupsOf(document, row);
  for (const { number, beside } of groups.flatMap(({ members }) => members)) {
    const raw = beside
      ? await document.links.rowBeside(beside.file, beside.row)
      : number === null
        ? undefined
        : (await document.rows(number, 1))[0];
    const parsed = raw && parseRow(decodeRow(raw.bytes));
    if (!raw || parsed?.kind !== 'value') continue;
    if (identifyRow(raw.bytes, parsed.value, identityRule(profile)).key === key)
      return readRow(parsed.value, profile);
  }
  return null;
}

function pageGroup(
  document: DatasetDocument,
  { type, name, profile, members }: LinkedGroup,
  standing: (fileRow: number) => number[],
): PageGroup {
  const here = members.flatMap((member) => pageMembers(document, member, standing));
  return {
    type,
    name,
    byHand: profile === BY_HAND,
    size: here.length,
    members: here.slice(0, MOST_MEMBERS),
  };
}

/** A row that was deleted is no member any more; one that was doubled is two. */
function pageMembers(
  { links }: DatasetDocument,
  { file, row, place }: GroupMember,
  standing: (fileRow: number) => number[],
): PageMember[] {
  if (file > 0) return [{ place, number: null, beside: { file, name: links.files[file] ?? '', row } }];
  return standing(row).map((number) => ({ place, number, beside: null }));
}

/** Where the rows of the file stand in the document: those that were edited as well. */
function rowsStanding(document: DatasetDocument): (fileRow: number) => number[] {
  const edited = new Map<number, number[]>();
  for (const { row, of } of document.addedRows())
    if (of !== undefined) edited.set(of, [...(edited.get(of) ?? []), row]);
  return (fileRow) => [...document.documentRows([fileRow]), ...(edited.get(fileRow) ?? [])];
}

function packetBeside(document: DatasetDocument, raw: RawRow): RowPacket {
  const parsed = parseRow(decodeRow(raw.bytes));
  const value = parsed.kind === 'value' ? parsed.value : undefined;
  return {
    number: raw.number,
    position: null,
    again: false,
    previous: null,
    next: null,
    edited: false,
    bytes: new Uint8Array(raw.bytes).buffer,
    size: raw.size,
    ...identifyRow(raw.bytes, value, identityRule(document.inForce.profile)),
    findings: [],
    standing: [],
    review: [],
  };
}
