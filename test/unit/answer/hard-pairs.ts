/** Pairs of answers of every kind that datasets write, by kind. `same` are worth the same, `other` are not. Written for these tests. */
export const hardPairs: { kind: string; same: [string, string][]; other: [string, string][] }[] = [
  {
    kind: 'choice letters',
    same: [
      ['B', '(B)'], ['\\textbf{(C)}', 'C'], ['D', '\\text{D}.'], ['\\textbf{(E)}\\ 24', 'E'], ['(A) 12', 'A. 12'], ['b', 'B'],
    ],
    other: [['B', '(D)'], ['\\textbf{(C)}\\ 7', 'D'], ['A', 'E) 4']],
  },
  {
    kind: 'lists',
    same: [
      ['2, 3, 5', '5, 3 and 2'], ['x = 1 \\text{ or } x = -4', '-4, 1'], ['1;2;3', '1, 2, 3'], ['$-2$ and $7$', '7, -2'],
      ['x_1 = 2, x_2 = 3', '2, 3'], ['\\frac12, \\frac13', '0.5, 1/3'],
    ],
    other: [['2, 3, 5', '2, 3'], ['1, 2', '1, 2, 2.5'], ['x = 1 \\text{ or } x = 4', '-4, 1'], ['1, 1, 2', '1, 2, 2']],
  },
  {
    kind: 'intervals',
    same: [
      ['(-\\infty, 3]', 'x \\le 3'], ['[2, 5)', '2 \\le x < 5'], ['(0, \\infty)', 'x > 0'], ['(-1,1)', '|x| < 1'],
      ['(-\\infty,-2)\\cup(2,\\infty)', '(2,\\infty) \\cup (-\\infty,-2)'], ['[0, 1]', '\\left[0, \\tfrac{2}{2}\\right]'],
      ['x \\in [1, 4]', '1 \\leq x \\leq 4'], ['(-\\infty,0)\\cup(0,\\infty)', 'x \\ne 0'],
    ],
    other: [['(0,1)', '[0,1)'], ['(-\\infty, 3]', 'x < 3'], ['[2,5]', '[2,5] \\cup [6,7]'], ['(2, \\infty)', 'x \\ge 2']],
  },
  {
    kind: 'sets',
    same: [
      ['\\{1, 2, 3\\}', '\\{3, 1, 2\\}'], ['\\left\\{\\frac12, 2\\right\\}', '\\{2, 0.5\\}'], ['\\{1,1,2\\}', '\\{1,2\\}'],
      ['\\emptyset', '\\varnothing'], ['\\emptyset', '\\{\\}'], ['\\{0\\}', '0'],
    ],
    other: [['\\{1, 2\\}', '\\{1, 3\\}'], ['\\{0\\}', '\\emptyset'], ['\\{1,2,3\\}', '\\{1,2\\}']],
  },
  {
    kind: 'tuples and coordinates',
    same: [
      ['(3, -2)', '\\left(3,-2\\right)'], ['(x, y) = (1, 2)', '(1,2)'], ['x = 1, y = 2', '(1, 2)'], ['(1/2, 3)', '(0.5, \\frac{6}{2})'],
      ['(2, \\pi/3)', '\\left(2, \\frac{\\pi}{3}\\right)'], ['A(1,2)', '(1,2)'], ['(1,2), (3,4)', '(3,4), (1,2)'], ['\\langle 1, 2, 3\\rangle', '(1,2,3)'],
    ],
    other: [['(3, -2)', '(-2, 3)'], ['(1,2)', '(1,2,3)'], ['(1,2),(3,4)', '(1,2),(3,5)'], ['(1,2)', '12']],
  },
  {
    kind: 'matrices',
    same: [
      ['\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}', '\\begin{bmatrix}1&2\\\\3&4\\end{bmatrix}'],
      ['\\begin{pmatrix} 1/2 \\\\ 0 \\end{pmatrix}', '\\begin{pmatrix} 0.5 \\\\ 0 \\end{pmatrix}'],
      ['\\left(\\begin{array}{cc} 1 & 0 \\\\ 0 & 1 \\end{array}\\right)', '\\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\\\ \\end{pmatrix}'],
      ['\\frac12\\begin{pmatrix} 2 \\\\ 4 \\end{pmatrix}', '\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}'],
    ],
    other: [
      ['\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}', '\\begin{pmatrix} 1 & 3 \\\\ 2 & 4 \\end{pmatrix}'],
      ['\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}', '\\begin{pmatrix} 1 & 2 \\end{pmatrix}'],
    ],
  },
  {
    kind: 'per cents',
    same: [
      ['12.5\\%', '12.5'], ['\\frac18', '12.5\\%'], ['40\\%', '40 percent'], ['0.5\\%', '0.005'], ['150\\%', '1.5'], ['33\\frac13\\%', '33\\tfrac{1}{3} \\%'],
    ],
    other: [['12.5\\%', '1.25'], ['40\\%', '4'], ['5\\%', '5.5\\%']],
  },
  {
    kind: 'mixed numbers',
    same: [
      ['3\\frac{1}{4}', '\\frac{13}{4}'], ['2 3/8', '2.375'], ['-1\\frac{1}{2}', '-1.5'], ['1\\tfrac23', '5/3'], ['5 \\frac{1}{2}', '11/2'],
    ],
    other: [['3\\frac{1}{4}', '\\frac{3}{4}'], ['2\\frac12', '1'], ['-1\\frac12', '-0.5']],
  },
  {
    kind: 'units',
    same: [
      ['15\\text{ m/s}', '15'], ['3 \\text{ hours}', '3 hours'], ['20\\pi \\text{ cm}^2', '20\\pi'], ['7\\,\\mathrm{kg}', '7 kg'], ['12 square inches', '12'],
      ['5 \\text{ feet}', '5 ft'], ['100 \\text{ miles per hour}', '100 mph'], ['2.5\\ \\text{L}', '2.5'],
    ],
    other: [['3 \\text{ hours}', '3 minutes'], ['5 \\text{ cm}', '5 \\text{ m}'], ['7 kg', '8 kg']],
  },
  {
    kind: 'LaTeX and plain',
    same: [
      ['\\frac{\\sqrt{3}}{2}', 'sqrt(3)/2'], ['2^{n-1}', '2^(n-1)'], ['x^2 + 3x - 4', 'x**2 + 3*x - 4'], ['\\frac{a+b}{2}', '(a+b)/2'], ['\\pi r^2', 'pi*r^2'],
      ['\\sqrt{2} + 1', '1+√2'], ['\\dfrac{2x}{x+1}', '2x/(x+1)'], ['\\ln 2', 'ln(2)'], ['\\le', '≤'], ['n!', 'n!'], ['\\cos^2\\theta', 'cos(θ)^2'],
    ],
    other: [['2^{n-1}', '2^n-1'], ['\\frac{a+b}{2}', 'a+b/2'], ['\\sqrt{3}/2', 'sqrt(3/2)'], ['\\ln 2', 'log_{10} 2']],
  },
  {
    kind: 'scientific notation',
    same: [
      ['3.2 \\times 10^5', '320000'], ['1.5e-3', '0.0015'], ['6.02\\cdot 10^{23}', '6.02 \\times 10^{23}'], ['2 × 10^8', '200,000,000'], ['10^{-6}', '1e-6'],
    ],
    other: [['3.2 \\times 10^5', '3.2 \\times 10^4'], ['1.5e-3', '1.5e3'], ['10^{-6}', '10^6']],
  },
  {
    kind: 'degrees',
    same: [['45^\\circ', '45'], ['60°', '60 degrees'], ['120^{\\circ}', '120°'], ['90\\text{ degrees}', '90^\\circ'], ['\\angle ABC = 30^\\circ', '30']],
    other: [['45^\\circ', '54^\\circ'], ['60°', '\\pi/4']],
  },
  {
    kind: 'money',
    same: [['\\$1,250.00', '1250'], ['$18', '18 dollars'], ['\\$0.50', '50 cents'], ['€20', '20'], ['12.00 dollars', '\\$12']],
    other: [['\\$1,250', '125'], ['\\$5', '\\$5.50'], ['5 cents', '5 dollars']],
  },
  {
    kind: 'signs of both kinds',
    same: [['\\pm 3', '3, -3'], ['\\pm 3', '-3, 3'], ['x = \\pm\\sqrt{2}', '-\\sqrt{2}, \\sqrt{2}'], ['2 \\pm \\sqrt{5}', '2-\\sqrt5 \\text{ and } 2+\\sqrt5'], ['\\frac{1 \\pm \\sqrt{5}}{2}', '\\frac{1-\\sqrt5}{2}, \\frac{1+\\sqrt5}{2}']],
    other: [['\\pm 3', '3'], ['2 \\pm \\sqrt5', '2+\\sqrt5'], ['\\pm 3', '\\pm 2']],
  },
  {
    kind: 'equations and values',
    same: [['x = 3', '3'], ['y = 2x + 1', '2x+1'], ['f(x) = x^2', 'x^2'], ['y = 2x + 1', '2x - y + 1 = 0'], ['x^2 + y^2 = 4', '4 = y^2 + x^2'], ['k=\\frac{1}{2}', '0.5'], ['a_n = 2n-1', '2n-1'], ['S = 4', 'S=4.0']],
    other: [['x = 3', '4'], ['y = 2x + 1', 'y = 2x - 1'], ['x^2 + y^2 = 4', 'x^2 + y^2 = 2'], ['x = 3', 'x = -3']],
  },
  {
    kind: 'formulas up to a constant',
    same: [['x^2 + C', 'C + x^2'], ['\\frac{x^3}{3} + C', 'x^3/3 + C'], ['\\ln|x| + C', 'C + \\ln|x|'], ['e^x + C', 'e^{x}+c']],
    other: [['x^2 + C', 'x^3 + C'], ['x^2 + C', '2x + C']],
  },
  {
    kind: 'bases',
    same: [['1011_2', '1011_{2}'], ['\\text{1A}_{16}', '1A_{16}'], ['2102_3', '2102_{3}']],
    other: [['1011_2', '1011_3'], ['1011_2', '1101_2']],
  },
  {
    kind: 'repeating decimals',
    same: [['0.\\overline{3}', '\\frac13'], ['0.\\overline{142857}', '1/7'], ['0.1\\overline{6}', '\\frac{1}{6}'], ['2.\\overline{45}', '\\frac{27}{11}'], ['0.\\bar{9}', '1'], ['0.333...', '1/3']],
    other: [['0.\\overline{3}', '0.3'], ['0.\\overline{12}', '0.12'], ['0.1\\overline{6}', '\\frac{16}{99}']],
  },
  {
    kind: 'times of day',
    same: [['3:45 \\text{ p.m.}', '3:45 PM'], ['09:30', '9:30'], ['3:45', '3:45'], ['5:00 p.m.', '5 pm'], ['12:15 a.m.', '12:15 AM']],
    other: [['3:45 p.m.', '3:45 a.m.'], ['3:45', '4:35'], ['9:30', '9:03']],
  },
  {
    kind: 'numbers',
    same: [['1{,}000{,}000', '1000000'], ['-\\frac{3}{4}', '\\frac{-3}{4}'], ['\\frac{6}{8}', '\\frac34'], ['007', '7'], ['.5', '0.5'], ['3.0', '3'], ['\\frac{\\pi}{2}', '\\pi/2'], ['2^{100}', '1267650600228229401496703205376'], ['five', '5']],
    other: [['1{,}000', '1'], ['0.333', '1/3'], ['2^{100}', '2^{100}+1'], ['\\frac{22}{7}', '\\pi'], ['five', '6']],
  },
  {
    kind: 'numbers that only many digits tell apart',
    same: [
      ['\\sqrt{2}\\sqrt{3} - \\sqrt{6}', '0'], ['\\sqrt{5+2\\sqrt{6}}', '\\sqrt{2}+\\sqrt{3}'], ['(1-\\sqrt{2})^4', '17-12\\sqrt{2}'],
      ['(\\frac{1+\\sqrt5}{2})^{80} + (\\frac{1-\\sqrt5}{2})^{80}', '52361396397820127'], ['\\sqrt[3]{-2}', '-\\sqrt[3]{2}'],
      ['\\cos\\frac{\\pi}{7} - \\cos\\frac{2\\pi}{7} + \\cos\\frac{3\\pi}{7}', '\\frac12'], ['\\sin(-10)', '\\sin(2\\pi - 10)'],
      ['4\\arctan\\frac15 - \\arctan\\frac{1}{239}', '\\frac{\\pi}{4}'], ['\\arcsin\\frac35 + \\arcsin\\frac45', '\\frac{\\pi}{2}'],
      ['\\arccos(-\\frac12)', '\\frac{2\\pi}{3}'], ['\\tan 75^\\circ', '2+\\sqrt3'], ['\\cot 15^\\circ', '2+\\sqrt3'], ['\\csc 30^\\circ', '\\sec 60^\\circ'],
      ['\\lfloor \\log_2 8 \\rfloor', '3'], ['\\lceil \\log_2 8 \\rceil', '3'], ['e^{-\\ln 5}', '\\frac15'], ['\\lg 0.001', '-3'], ['\\ln\\frac{1}{10}', '-\\ln 10'],
      ['1.4142135623730950', '\\sqrt{2}'], ['|1-\\sqrt2|', '\\sqrt2 - 1'], ['\\binom{6}{3}\\sqrt2', '\\sqrt{800}'],
    ],
    other: [
      ['\\sqrt{10^{20}+1}', '10^{10}'], ['\\sqrt{10^{20}+1} - 10^{10}', '0'], ['e^{\\pi\\sqrt{163}}', '262537412640768744'],
      ['\\sqrt{10^{40}+1}', '10^{20}'], ['\\sqrt[3]{10^{30}+1}', '10^{10}'], ['\\frac{1}{\\sqrt{10^{20}+1}}', '10^{-10}'],
      ['\\frac{\\ln(640320^3+744)}{\\sqrt{163}}', '\\pi'], ['(\\frac{1+\\sqrt5}{2})^{80}', '52361396397820127'],
    ],
  },
  {
    kind: 'rates',
    same: [
      ['72 \\text{ km/h}', '20 m/s'], ['20\\text{ m/s}', '72 km/h'], ['60 mph', '1 mile per minute'], ['9 km/h', '2.5 \\text{ meters per second}'],
      ['150,000,000 km', '1.5\\times10^8\\text{ km}'], ['9.8 \\text{ m/s}^2', '9.8 m/s^2'],
    ],
    other: [['20\\text{ m/s}', '20 km/h'], ['20 km/h', '20 \\text{ m/s}'], ['60 mph', '60 km/h'], ['1,200 km', '1,201 km']],
  },
  {
    kind: 'vectors by their axes, and transposed',
    same: [
      ['3\\mathbf{i} - 4\\mathbf{j}', '(3, -4)'], ['2\\hat{i}+3\\hat{j}-\\hat{k}', '\\langle 2,3,-1\\rangle'], ['\\vec{i}-2\\vec{k}', '(1,0,-2)'],
      ['2\\mathbf{i}+3\\mathbf{j}-\\mathbf{k}', '\\begin{pmatrix}2\\\\3\\\\-1\\end{pmatrix}'], ['(3,-1)^T', '\\begin{pmatrix} 3 \\\\ -1 \\end{pmatrix}'],
    ],
    other: [['2\\mathbf{i}+3\\mathbf{j}-\\mathbf{k}', '(2,3,1)'], ['3\\mathbf{i}-4\\mathbf{j}', '(-4,3)'], ['i + j + k', '(1,1)'], ['(3,-1)^T', '(-1,3)']],
  },
  {
    kind: 'labels, choices with their text, counts in words',
    same: [
      ['\\frac{7}{16}', 'Probability: 7/16'], ['24', 'Total: $24'], ['\\frac{3}{4}', '(D) $\\frac{3}{4}$'], ['two thousand five hundred', '2500'], ['2.5', 'two and a half'],
      ['a dozen', '12'], ['24', '2 dozen'], ['17 R 3', '17 \\text{ remainder } 3'], ['3rd', '3'], ['1st', 'first'], ['noon', '12:00 PM'], ['midnight', '12:00 a.m.'],
      ['$5{:}30$', '5:30'], ['\\text{DNE}', 'undefined'], ['\\text{undefined}', 'does not exist'], ['£3.20', '320 pence'], ['33.33\\%', '\\frac13'],
      ['2A7_{12}', '2a7_{12}'], ['11_{10}', '11'], ['(0,\\infty)', 'x \\in \\mathbb{R}^+'], ['(1,2)\\cup(2,3)', '1 < x < 3, x \\ne 2'],
    ],
    other: [
      ['24', 'Total: $25'], ['\\frac{3}{4}', '(D) $\\frac{3}{5}$'], ['2500', 'two thousand fifty'], ['17 R 3', '17 \\text{ remainder } 2'], ['midnight', '12:00 p.m.'],
      ['33.43\\%', '\\frac13'], ['2A7_{12}', '2a8_{12}'], ['11_{10}', '12'], ['(0,\\infty)', '\\mathbb{R}'], ['3rd', '4'],
    ],
  },
  {
    kind: 'units of physics, by what they are made of',
    same: [
      ['1.5 kJ', '1500 J'], ['2 MPa', '2\\times10^6\\text{ Pa}'], ['500 nm', '5\\times10^{-7} m'], ['3\\times10^{-6}\\text{ m}', '3\\,\\mu\\text{m}'],
      ['9.8\\ \\mathrm{m\\,s^{-2}}', '9.8\\ \\mathrm{m/s^2}'], ['10\\text{ m s}^{-1}', '10\\text{ m/s}'],
      ['2\\,\\mathrm{kg\\cdot m/s^2}', '2\\ \\mathrm{N}'], ['8.31\\ \\mathrm{J/(mol\\cdot K)}', '8.31\\ \\mathrm{J\\,mol^{-1}\\,K^{-1}}'],
      ['5\\text{ V}', '5000\\text{ mV}'], ['10 per second', '10/s'], ['1\\text{ h}', '60\\text{ min}'],
      ['150\\text{ min}', '2\\text{ h }30\\text{ min}'], ['v = 20 m/s', '20'], ['5米', '500厘米'],
    ],
    other: [
      ['5\\text{ V}', '5\\text{ mV}'], ['5 \\mathrm{mW}', '5 \\mathrm{MW}'], ['4.2\\text{ eV}', '4.2\\text{ keV}'], ['1.5 kJ', '1.5 J'],
      ['5\\text{ N}', '5\\text{ J}'], ['5米', '5厘米'], ['5小时', '5分钟'], ['5\\text{ m}^2', '5\\text{ m}'],
    ],
  },
  {
    kind: 'currencies',
    same: [
      ['€20', '20 euros'], ['€20', '20'], ['5元', '5'], ['\\$5', '5 dollars'],
    ],
    other: [
      ['€20', '\\$20'], ['20 EUR', '20 USD'], ['\\$5', '5\\%'],
    ],
  },
  {
    kind: 'propositions',
    same: [
      ['p \\land q', 'q \\land p'], ['\\neg(p \\wedge q)', '\\neg p \\vee \\neg q'], ['p \\to q', '\\lnot q \\Rightarrow \\lnot p'],
      ['p ∧ (q ∨ r)', '(p ∧ q) ∨ (p ∧ r)'],
    ],
    other: [
      ['p \\wedge q', 'p \\vee q'], ['p \\to q', 'q \\to p'], ['p \\land (q \\lor r)', '(p \\land q) \\lor r'],
    ],
  },
  {
    kind: 'values of named things',
    same: [
      ['(a,b)=(1,2)', '(b,a)=(2,1)'], ['Alice: 5, Bob: 3', 'Bob: 3, Alice: 5'], ['\\text{max} = 5, \\text{min} = 3', 'min = 3, max = 5'],
      ['x_1 = 2, x_2 = 3', 'x_1 = 3, x_2 = 2'],
    ],
    other: [
      ['(a,b)=(1,2)', '(b,a)=(1,2)'], ['Alice: 5, Bob: 3', 'Alice: 3, Bob: 5'], ['max: 5, min: 3', 'max: 3, min: 5'], ['\\angle ABC', '\\angle BAC'],
    ],
  },
  {
    kind: 'dates by number and by day of the week',
    same: [
      ['2024-03-05', 'March 5, 2024'], ['Tuesday, March 5', 'March 5'],
    ],
    other: [
      ['2024-03-05', '2024-05-03'], ['Tuesday, March 5', 'Wednesday, March 5'],
    ],
  },
  {
    kind: 'numbers of other scripts',
    same: [
      ['十二', '12'], ['一百二十', '120'], ['一千零五', '1005'], ['三万五千', '35000'], ['三分之二', '\\frac23'], ['百分之二十五', '25%'], ['二点五', '2.5'],
      ['无解', '\\varnothing'], ['١٢٣', '123'], ['0x2F', '2F_{16}'],
    ],
    other: [
      ['十二', '13'], ['三分之二', '\\frac32'], ['百分之二十五', '5\\%'], ['一亿', '10^7'], ['١٢٣', '124'],
    ],
  },
  {
    kind: 'rows of a matrix by semicolons',
    same: [
      ['[1 2; 3 4]', '\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}'], ['[1, 2; 3, 4]', '[1 2; 3 4]'],
    ],
    other: [
      ['[1 2; 3 4]', '\\begin{pmatrix}1&3\\\\2&4\\end{pmatrix}'], ['[1 2; 3 4]', '[1 2; 3 5]'],
    ],
  },
  {
    kind: 'formulas with letters that doubles cannot tell apart',
    same: [
      ['(1+10^{-20})x', 'x+10^{-20}x'], ['\\gcd(a,b)', '\\gcd(b,a)'], ['\\gcd(a,b)\\cdot\\mathrm{lcm}(a,b)', 'ab'],
    ],
    other: [
      ['(1+10^{-20})x', 'x'], ['x + 10^{-12}', 'x'], ['\\gcd(a,b)', '1'],
    ],
  },
]; // prettier-ignore
