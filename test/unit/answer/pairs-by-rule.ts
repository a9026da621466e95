/** Pairs of answers by the rule that they need, `same` worth the same, `other` not. Written for these tests. */
export const pairsByRule: { rule: string; same: [string, string][]; other: [string, string][] }[] = [
  {
    rule: 'signs of Unicode',
    same: [['√12', '2\\sqrt{3}'], ['10√15', '10\\sqrt{15}'], ['∛27', '3'], ['2⁻³', '\\frac18'], ['3 × 10⁵', '300000'], ['x₁ = 2, x₂ = 3', '2, 3'], ['x＝３', '3'], ['50％', '50\\%'], ['（-2，3）', '(-2,3)'], ['⅝', '0.625'], ['12 m²', '12\\text{ m}^2'], ['ℝ', '(-\\infty,\\infty)'], ['x ∈ {1,2}', '1, 2']],
    other: [['√12', '2'], ['√12', '\\sqrt{2}'], ['10√15', '50'], ['2⁻³', '-8'], ['x＝３', '4']],
  },
  {
    rule: 'answers within other languages',
    same: [['答案是 12', '12'], ['故答案为：$\\frac{1}{2}$', '0.5'], ['故选：C', 'C'], ['3或5', '5, 3'], ['3、5', '3, 5'], ['50元', '50'], ['答：一共有 24 个苹果。', '24'], ['所以 $x=3$', '3'], ['La réponse est 15.', '15'], ['La respuesta es $\\frac{3}{5}$.', '0.6'], ['Die Antwort ist 7,5.', '7.5'], ["1'000'000", '10^6']],
    other: [['答案是 12', '21'], ['故选：C', 'D'], ['3或5', '3'], ['La réponse est 15.', '51'], ["1'000'000", '1000']],
  },
  {
    rule: 'words',
    same: [['twenty-five', '25'], ['three hundred and five', '305'], ['two thirds', '\\frac23'], ['\\text{one half}', '0.5'], ['10 \\text{ apples}', 'ten apples'], ['\\text{a circle}', 'circle'], ['Yes', 'Yes, it is.'], ['\\text{infinitely many}', 'infinitely many solutions'], ['\\text{does not exist}', 'DNE'], ['\\text{II only}', 'II only'], ['2.5 million', '2{,}500{,}000'], ['Option C', '(C)'], ['The correct option is (B).', 'B']],
    other: [['twenty-five', '20'], ['two thirds', '\\frac32'], ['Yes', 'No, it is not.'], ['No', 'No solution'], ['2.5 million', '2.5 billion'], ['3 million', '3'], ['Option C', 'D'], ['(A),(C)', 'A'], ['3 1/2', '31/2']],
  },
  {
    rule: 'dates and amounts',
    same: [['March 5', 'March 5th'], ['5 March 2020', '\\text{March 5, 2020}'], ['\\text{December 25}', 'Dec 25'], ['3 \\text{ hours and } 20 \\text{ minutes}', '3 hours 20 minutes'], ['1 hour 30 minutes', '90 minutes'], ['5 ft 6 in', '5 feet 6 inches'], ['\\frac34\\text{ hours}', '45 minutes'], ['2 m', '200 cm'], ['\\$2.75', '2 dollars and 75 cents'], ['30 USD', '\\$30'], ['4\\text{ liters}', '4 L'], ['10\\ \\Omega', '10'], ['1/2 cup', '0.5']],
    other: [['March 5', 'March 6'], ['March 5, 2020', 'March 5, 2021'], ['1 hour 30 minutes', '130 minutes'], ['3 hours 20 minutes', '3 hours 40 minutes'], ['2 m', '20 cm'], ['2 m', '2 cm'], ['50 cents', '\\$50'], ['12 m', '12 s'], ['2\\text{ hours}', '2\\text{ days}'], ['12 m', '12']],
  },
  {
    rule: 'sets of numbers',
    same: [['x > 2 \\text{ and } x < 5', '(2,5)'], ['x<-2, x>2', '(-\\infty,-2)\\cup(2,\\infty)'], ['[-2,0)\\cup(0,2]', '[-2,2]\\setminus\\{0\\}'], ['(0,1)\\cup[1,2)', '(0,2)'], ['(-1,3)\\cap(0,5)', '(0,3)'], ['(-1,1)\\cup\\{2\\}', '\\{2\\}\\cup(-1,1)'], ['|x-2|<3', '(-1,5)'], ['x^2<4', '(-2,2)'], ['2x - 1 > 5', '(3,\\infty)'], ['\\text{all real numbers except } 2', 'x\\ne 2'], ['x \\in \\mathbb{R}, x \\neq 2', 'x\\neq 2'], ['\\{(x,y) \\mid y=2x\\}', 'y = 2x']],
    other: [['x > 2 \\text{ and } x < 5', 'x>2 or x<5'], ['(0,1)\\cup(1,2)', '(0,2)'], ['(0,1)\\cup[1,2)', '(0,1)\\cup(1,2)'], ['[-2,2]\\setminus\\{0\\}', '[-2,2]'], ['|x-2|<3', '(-5,5)'], ['x^2<4', '(-4,4)'], ['x<-2, x>2', '(-2,2)'], ['x>2 \\text{ and } y<5', 'x>2 \\text{ and } y<6']],
  },
  {
    rule: 'what a value is told for',
    same: [['180 / 3 = 60', '60'], ['6 = x+y+z', 'x+y+z=6'], ['f(2) = 7', '7'], ['f^{-1}(x) = \\frac{x-1}{2}', '\\frac{x-1}{2}'], ['\\cos A = \\frac{3}{5}', '\\frac35'], ['P(X=2) = 0.3', '0.3'], ['\\frac{AB}{CD} = 2', '2'], ['\\lim_{x\\to 0} f(x) = 1', '1'], ['\\frac{dy}{dx} = 2x', '2x'], ['|\\vec{a}| = 5', '5'], ['P(3, -4)', '(3,-4)'], ['x=5y', 'y=\\frac{x}{5}']],
    other: [['f(2) = 7', '2'], ['f(-1) = 3', '-1'], ['\\cos A = \\frac35', '\\frac45'], ['y = 2', 'x = 2'], ['2x + z = 1', '1']],
  },
  {
    rule: 'points of several',
    same: [['(\\pm 1, 0)', '(1,0),(-1,0)'], ['(2, \\pm 3)', '(2,3), (2,-3)'], ['x=2, y=3 \\text{ or } x=3, y=2', '(2,3),(3,2)']],
    other: [['(\\pm1,0)', '(0,\\pm1)'], ['(2,\\pm3)', '(2,3)'], ['x=2, y=3 \\text{ or } x=3, y=2', '(2,3)']],
  },
  {
    rule: 'counting',
    same: [['C(5,2)', '10'], ['C_{6}^{2}', '15'], ['{}_{6}C_{2}', '15'], ['P(5,2)', '20'], ['\\binom{n}{k}', '\\frac{n!}{k!(n-k)!}'], ['\\gcd(a,b)', '\\gcd(b,a)'], ['\\max(a,b)', '\\max\\{a,b\\}'], ['\\sum_{k=1}^{10} k', '55'], ['\\sum_{k=1}^{n} k', '\\frac{n(n+1)}{2}'], ['\\prod_{k=1}^{4} k', '24'], ['\\sum_{i=1}^{n} i^2', '\\frac{n(n+1)(2n+1)}{6}']],
    other: [['C(5,2)', '20'], ['C_5^2', '25'], ['\\binom{n}{k}', '\\binom{n}{k-1}'], ['\\max(a,b)', '\\min(a,b)'], ['\\sum_{k=0}^{5} 2^k', '64'], ['\\sum_{k=1}^{n} k', '\\sum_{k=0}^{n-1} k'], ['2^{2020}', '2^{2020}-1'], ['\\sqrt{2}\\cdot 10^{9}+1', '\\sqrt2\\cdot 10^9']],
  },
  {
    rule: 'matrices',
    same: [['\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}', '[[1,2],[3,4]]'], ['\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}^T', '\\begin{pmatrix}1&3\\\\2&4\\end{pmatrix}'], ['\\begin{pmatrix}2&1\\\\1&1\\end{pmatrix}^{-1}', '\\begin{pmatrix}1&-1\\\\-1&2\\end{pmatrix}'], ['\\det\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}', '-2'], ['\\begin{pmatrix}1&1\\\\0&1\\end{pmatrix}^2', '\\begin{pmatrix}1&2\\\\0&1\\end{pmatrix}']],
    other: [['\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}', '[[1,3],[2,4]]'], ['\\begin{pmatrix}2&1\\\\1&1\\end{pmatrix}^{-1}', '\\begin{pmatrix}1&1\\\\1&2\\end{pmatrix}'], ['\\det\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}', '10'], ['\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}^T', '\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}']],
  },
  {
    rule: 'systems and parts',
    same: [['\\begin{cases} x=1 \\\\ y=2 \\end{cases}', '(1,2)'], ['\\left\\{\\begin{array}{l}x=3\\\\y=-1\\end{array}\\right.', '(3,-1)'], ['(1) 2; (2) 3', '2, 3'], ['\\frac{1}{2} \\text{ or } 0.5', '0.5'], ['about 12', '12'], ['\\sim 5', '5'], ["45^\\circ 30'", '45.5^\\circ'], ['\\operatorname{lcm}(4,6)', '12'], ['1{\\,}000', '1000'], ['n(A\\cup B)=20', '20'], ['|A| = 6', '6']],
    other: [['\\begin{cases} x=1 \\\\ y=2 \\end{cases}', '(2,1)'], ['(1) 2; (2) 3', '3, 2'], ["45^\\circ 30'", '45.3^\\circ'], ['\\frac12 \\text{ or } 2', '2']],
  },
  {
    rule: 'constants of integrals',
    same: [['y = C e^{2x}', 'y=ce^{2x}'], ['C_1 x^2', 'C x^2']],
    other: [['a e^x', 'b e^x'], ['Cx + C', 'Cx + c']],
  },
]; // prettier-ignore
