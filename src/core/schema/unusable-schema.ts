import type { JsonPath } from '../row/json';

/** A schema that cannot be used, and the place in it. */
export class UnusableSchema extends Error {
  readonly path: JsonPath;

  constructor(path: JsonPath, message: string) {
    super(message);
    this.path = path;
  }
}
