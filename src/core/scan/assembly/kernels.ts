// What the module exports. Every function works on addresses in its memory, which its caller lays out.
export { countByCells, countLineFeeds, findLineFeed } from './line-feeds';
export { feedsPassed, findRows, searchedTo, setPattern } from './find-text';
