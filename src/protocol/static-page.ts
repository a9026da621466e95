import type { LibraryEntry } from '../core/profile/library-entry';
import type { Profile } from '../core/profile/profile';
import type { RowPacket } from './page';

export interface StaticRow {
  packet: RowPacket;
  profile: Profile;
  library: LibraryEntry[];
  /** The images that the row names, as data addresses. */
  images: Record<string, string>;
}

/** The reading view as the command line uses it: built beside it, loaded when a row is rendered. */
export interface StaticPage {
  /** The row as HTML, without a document around it. */
  renderRow(row: StaticRow): string;
}
