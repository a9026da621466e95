import type { JsonPath } from '../row/json';

/** Something wrong with the value at a path. */
export interface PathFault {
  path: JsonPath;
  message: string;
  severity?: ProjectFault['severity'];
  structural?: boolean;
}

/** Something wrong in a project file. What it stands in is left out; all else holds. */
export interface ProjectFault {
  /** UTF-16 offsets in the file's text. */
  offset: number;
  length: number;
  /** Line and column of the offset, from 1. */
  line: number;
  column: number;
  /** As people write it: `profiles[0].roles[1].decoder`; empty for the file itself. */
  path: string;
  message: string;
  severity: 'error' | 'warning';
  /** JSON Schema tells it as well: a text editor shows it by itself. */
  structural: boolean;
}

/** Line and column, from 1, of an offset. */
export function placeInText(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}

/** A fault as a terminal shows it. */
export function faultLine(file: string, { line, column, path, message, severity }: ProjectFault): string {
  return `${file}:${line}:${column}: ${severity}: ${path === '' ? '' : `${path}: `}${message}`;
}
