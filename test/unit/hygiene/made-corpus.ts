import { seeded } from '../seeded';
import type { CorpusLine } from './planted';

const PEOPLE =
  'Anna Bruno Chen Dalia Elif Farid Greta Hugo Ines Jonas Kira Luis Mona Nadia Oskar Petra'.split(' ');
/** Topics: things, what is done with them, and what a reply says of it. */
const TOPICS: [string, string, string][] = [
  ['baskets of cherries', 'picks', 'Each basket counts once, so the harvest grows evenly'],
  ['pages of a novel', 'reads', 'The bookmark moves on by the same number of pages'],
  ['litres of paint', 'mixes', 'The bucket holds what the painter pours'],
  ['tickets for the ferry', 'sells', 'Passengers board in turn, and each pays the fare'],
  ['metres of ribbon', 'cuts', 'The scissors part the ribbon into equal strips'],
  ['loaves of bread', 'bakes', 'The oven takes one tray after the other'],
  ['stamps of the collection', 'sorts', 'Every album has sheets of the same size'],
  ['marbles of glass', 'wins', 'A round of the game changes hands of marbles'],
  ['bricks for the wall', 'lays', 'A course of bricks is as long as the wall'],
  ['songs of the concert', 'plays', 'The band goes through the programme twice'],
];

/** Rows of a corpus that nobody mixed anything into. Topics have words of their own, as those of real corpora have. */
export function madeCorpus(rows: number): CorpusLine[] {
  const chance = seeded(41);
  return Array.from({ length: rows }, () => {
    const [what, does, says] = chance.pick(TOPICS);
    const [one, days] = [2 + chance.below(90), 2 + chance.below(12)];
    const who = chance.pick(PEOPLE);
    const asked = chance.pick(['How many are that', 'What does it come to', 'How much is it in all']);
    return {
      problem: `${who} ${does} ${one} ${what} on each of ${days} days. ${asked}?`,
      solution: `${says}. That makes ${one} * ${days} = ${one * days}. ${chance.pick(['So', 'Hence', 'Thus'])} the answer is ${one * days}.`,
      source: chance.pick(['pool', 'forum', 'books']),
    };
  });
}
