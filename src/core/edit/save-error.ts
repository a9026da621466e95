import path from 'node:path';
import { errorMessage } from '../error-message';

/** A save that did not happen: the dataset is as it was, the edits are kept. The message is for people. */
export class SaveError extends Error {
  /** As the system names it: ENOSPC, EACCES and so on; null where it was not the system. */
  readonly code: string | null;

  constructor(file: string, cause: unknown) {
    const code = codeOf(cause);
    const name = path.basename(file);
    super(
      `${name} was not saved: ${reasonOf(code, cause, file)} The file is as it was, your edits are kept.`,
      {
        cause,
      },
    );
    this.name = 'SaveError';
    this.code = code;
  }
}

function codeOf(cause: unknown): string | null {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : null;
}

function reasonOf(code: string | null, cause: unknown, file: string): string {
  const folder = path.dirname(file);
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `the disk is full. A save needs room for a second copy in ${folder}: make room, or save as another file on another disk.`;
    case 'EACCES':
    case 'EPERM':
      return `you may not write this file or its folder ${folder}. Change the permission, or save as another file.`;
    case 'EROFS':
      return `${folder} is on a disk that can only be read. Save as another file elsewhere.`;
    case 'EFBIG':
      return 'the disk does not take files of this size. Save as another file on another disk.';
    default:
      return `${errorMessage(cause)}. Try again, or save as another file.`;
  }
}
