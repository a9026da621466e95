// What the module exports. Every function works on addresses in its memory, which its caller lays out.
export { escapesSeen, feedsPassed, findRows, nextHit, searchedTo, setPattern } from './find-text';
export { countByCells, countLineFeeds, findLineFeed } from './line-feeds';
