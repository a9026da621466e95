import { png } from '../unit/image/made-images';

const lines = (rows: unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/** Files of the kinds that content comes in, by name: made for these tests. */
export const contentFiles = {
  'code.jsonl': lines([
    {
      problem: 'How many primes are below $100$?',
      generations: [
        'Let me count them with a program.\n\n```python\nfrom sympy import isprime\n\n# costs $5 or $6\nprimes = [n for n in range(2, 100) if isprime(n)]\nprint(len(primes), "primes")\n```\n```output\n25 primes\n```\n\nSo there are $\\boxed{25}$.',
        `I list them all.\n\n<python>\nfor n in range(2, 100):\n    if all(n % d for d in range(2, n)):\n        print(n)\n</python>\n<output>\n${[2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37].join('\n')}\n</output>\n\nThere are $\\boxed{12}$.`,
      ],
      correctness: [true, false],
      answer: '25',
    },
  ]),
  'images/work.png': png(320, 200, [230, 225, 210]),
};
