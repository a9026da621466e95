// Datasets of rows that belong together, one for each way in which they do.
const lines = (rows: object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

const fence = (length: number, width: number) => ({
  question: `A garden is ${length} m long and ${width} m wide. A fence costs $\\frac{9}{2}$ euros for each metre. How much does the fence around it cost?`,
  answer: String(9 * (length + width)),
});

const trips = Array.from({ length: 120 }, (_, at) => ({
  id: `t${at + 1}`,
  seed_id: 'trip',
  variant: at + 1,
  question: `A train goes ${40 + at} km in 2 hours. How far does it go in 5 hours?`,
  answer: String((5 * (40 + at)) / 2),
}));

const picnic = 'Mia has 12 apples and 3 baskets. How many apples go into each basket?';

/** File names and what is in them. */
export const linkedFiles = {
  'variants.jsonl': lines([
    { id: 'f0', seed_id: 'fence', ...fence(8, 5) },
    { id: 'lone', question: 'What is $2^{10}$?', answer: '1024' },
    ...[12, 20, 14, 30, 15].map((length, at) => ({
      id: `f${at + 1}`,
      seed_id: 'fence',
      variant: at + 1,
      ...fence(length, 5),
    })),
    ...trips,
  ]),
  'extensions.jsonl': lines([
    {
      id: 1,
      orig_question: picnic,
      question:
        'On a sunny day Mia, who is 9, packs for a picnic at the lake. She counts twelve apples, red and green ones, and finds 3 baskets in the shed. If every basket holds the same number of apples, how many apples go into each basket?',
      answer: '4',
    },
    {
      id: 2,
      orig_question: picnic,
      question:
        'Mia’s class of 24 pupils goes to the lake. She carries a dozen apples and some baskets. How many apples go into each basket?',
      answer: '5',
    },
  ]),
  'chain.jsonl': lines([
    { id: 'a', question: 'A shelf has 4 boards with 6 books each. How many books is that?', answer: '24' },
    { id: 'b', question: 'Of 24 books a third is lent out. How many are lent out?', answer: '8' },
    { id: 'c', question: 'Each of 8 readers pays $1.50$ euros. How much is paid in all?', answer: '12' },
    {
      id: 'abc',
      chain: ['a', 'b', 'c'],
      question:
        'A shelf has 4 boards with 6 books each. A third is lent out, each to one reader, who pays $1.50$ euros. How much is paid in all?',
      answer: '12',
    },
  ]),
  'fusion.jsonl': lines([
    {
      id: 'p',
      question: 'A pump fills 30 litres in a minute. How long does it take for 240 litres?',
      answer: '8',
    },
    {
      id: 'q',
      question: 'A tank of 240 litres loses 5 litres in a minute. How long until it is empty?',
      answer: '48',
    },
    {
      id: 'pq',
      parents: ['p', 'q'],
      question:
        'A pump brings 30 litres a minute into a tank of 240 litres, which loses 5 litres a minute and is empty at first. How many minutes and seconds until it is full?',
      answer: '9 min 36 s',
    },
  ]),
  'plain.jsonl': lines(
    [1, 2, 3].map((n) => ({
      question: `What is ${n} + ${n}?`,
      answer: `It is <<${n}+${n}=${2 * n}>>${2 * n}.\n#### ${2 * n}`,
    })),
  ),
};
