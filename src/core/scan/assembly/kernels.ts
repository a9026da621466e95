// What the module exports. Every function works on addresses in its memory, which its caller lays out.
export { columns, keyAt, keyBytes, startColumns, tableBytes } from './columns';
export { feedsPassed, findRows, searchedTo, setPattern } from './find-text';
export { countByCells, countLineFeeds, findLineFeed } from './line-feeds';
export { fieldRows, fieldsTo, scanFields } from './row-fields';
