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
  'languages.jsonl': lines(
    [
      ['en', 'Tom has $3x + 5$ apples and $x = 4$. How many are there?', 'B'],
      ['ar', 'لدى توم $3x + 5$ تفاحات، حيث $x = ٤$. كم عددها؟', 'B'],
      ['fr', 'Tom a $3x + 5$ pommes et $x = 5$. Combien y en a-t-il ?', 'C'],
    ].map(([language, text, label]) => ({ id: 7, language, level: 3, text_only: true, text, label })),
  ),
  'parallel.jsonl': lines([
    {
      id: 1,
      question_en: 'A box holds $12$ pens, and each pen costs $x^2$ cents. What does the box cost?',
      question_he: 'בקופסה יש $12$ עטים, וכל עט עולה $x^3$ אגורות. כמה עולה הקופסה?',
      answer_en: '12x^2 cents',
    },
  ]),
  'student.jsonl': lines([
    {
      question_id: 's1',
      question: '计算 $52 - 37$',
      answer: '15',
      solution: '从十位退一：$12 - 7 = 5$。\n\n$4 - 3 = 1$，所以是 $15$。',
      student_answer: '25',
      student_scratchwork: 'work.png',
      error_category: 0,
      error_explanation: '个位上用大数减小数，没有退位。',
    },
  ]),
  'choices.jsonl': lines([
    {
      id: 'p1',
      question: 'Which two of the propositions are proved rightly?',
      items: [
        'A field has no zero divisors.',
        'Every ring is a field.',
        'Units form a group.',
        'Ideals are fields.',
      ].map((proposition, at) => ({
        proposition,
        proof: `Let $a_${at} \\neq 0$.`,
        is_correct: at % 2 === 0,
      })),
    },
  ]),
  'photo.jsonl': lines([
    {
      idx: 1,
      ImgReal: 'work.png',
      QuestionEN: 'Find the area of the rectangle.',
      QuestionCN: '求长方形的面积。',
      AnswerEN: '6 square metres',
      AnswerCN: '6平方米',
      Difficulty: 'Easy',
      ImageQualityDegradation: { blur: 1, glare: 0, 'shadow coverage': 2, 'underexposure/overexposure': 0 },
    },
  ]),
  'equation.jsonl': lines([
    {
      text: 'a box has 56 pens . how many pens are in 9 boxes ?',
      code: 'n0 = 56.0\nn1 = 9.0\nanswer = n0 * n1',
      dsl_code: 'add(n0,n1)|',
      answer: 504,
      task_id: 1,
    },
  ]),
  'images/work.png': png(320, 200, [230, 225, 210]),
};
