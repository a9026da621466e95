/** A format of JSON Schema (2020-12, validation, section 7.3) that is told by looking at texts. */
export interface Format {
  name: 'date' | 'date-time' | 'uuid' | 'uri';
  pattern: RegExp;
}

export const FORMATS: readonly Format[] = [
  { name: 'date', pattern: /^\d{4}-\d{2}-\d{2}$/ },
  { name: 'date-time', pattern: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/ },
  { name: 'uuid', pattern: /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i },
  { name: 'uri', pattern: /^https?:\/\/[^\s/$.?#][^\s]*$/ },
];
