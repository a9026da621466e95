/** Pairs in the styles of the graders' own tests and of published datasets, one a line. Written for these tests. */
const sameLines = String.raw`
\frac{3}{4}\text{ mile} ⇔ 0.75 miles
12\text{ units}^2 ⇔ 12 square units
144\pi \text{ square centimeters} ⇔ 144\pi\ \mathrm{cm}^2
5\ \mathrm{m/s}^2 ⇔ 5
60 \text{ km/h} ⇔ 60 kilometers per hour
(-\infty, -1) \cup [2, \infty) ⇔ x < -1 \text{ or } x \ge 2
(-\infty, -1] \cup [3, \infty) ⇔ x\le -1 or x\ge 3
[-3, 3] ⇔ |x| \le 3
(1, 2) \cup (2, 3) ⇔ (2,3)\cup(1,2)
\mathbb{R} ⇔ (-\infty,\infty)
\mathbb{R} \setminus \{2\} ⇔ (-\infty,2)\cup(2,\infty)
x \in (-2, 5) ⇔ -2 < x < 5
(3, +\infty) ⇔ x>3
-2 \le x \le 2 ⇔ 2 \ge x \ge -2
\{x \mid x > 1\} ⇔ (1,\infty)
\{x : -1 \le x < 4\} ⇔ [-1,4)
\{(1,2),(3,4)\} ⇔ (3,4),(1,2)
\{-1, 0, 1\} ⇔ 0, \pm 1
0, \pm 1 ⇔ -1,0,1
(1,2,3) ⇔ \begin{pmatrix}1\\2\\3\end{pmatrix}
\begin{vmatrix}1&2\\3&4\end{vmatrix} ⇔ -2
25\% ⇔ 0.25
25 \% ⇔ \frac{1}{4}
33.33\% ⇔ 33.33
16\frac{2}{3}\% ⇔ \frac{50}{3}\%
16\frac23 ⇔ 16.\overline{6}
2\frac{3}{4} ⇔ 2.75
2 \frac{3}{4} \text{ cups} ⇔ 11/4 cups
7 1/2 ⇔ 7.5
-2\frac{1}{3} ⇔ -\frac{7}{3}
1 \pm \sqrt{3} ⇔ 1+\sqrt{3}, 1-\sqrt{3}
x = 1 \pm \sqrt{3} ⇔ \{1-\sqrt3, 1+\sqrt3\}
x=-2\text{ or }x=5 ⇔ 5, -2
x_{1}=2,\ x_{2}=-3 ⇔ x=2 or x=-3
x=3 ⇔ x = 3.0
x=3 ⇔ 3 = x
y=\frac{1}{2}x+3 ⇔ x-2y+6=0
3x-y+13=0 ⇔ y=3x+13
2x+3y=6 ⇔ 4x + 6y = 12
f(x)=2x+1 ⇔ f(t)=2t+1
f(x)=x^2+1 ⇔ x^2+1
g(n) = n^2+n ⇔ n(n+1)
P(x)=x^3-2x ⇔ x(x^2-2)
\text{Yes} ⇔ yes
\text{No} ⇔ no.
\text{True} ⇔ True
\text{even} ⇔ Even
\text{Tuesday} ⇔ tuesday
\text{east} ⇔ East
\textbf{(B)}\ 12 ⇔ (B)
\text{(B) } 12 ⇔ B
(D) ⇔ \text{D}
\textbf{(D) }\frac{3}{5} ⇔ D
\boxed{C} ⇔ \text{(C)}
A, C ⇔ C, A
\text{A and C} ⇔ A, C
30^{\circ} ⇔ 30 \text{ degrees}
\frac{\pi}{6} ⇔ \pi/6 \text{ radians}
30^\circ ⇔ \frac{\pi}{6}
135^{\circ} ⇔ 135
\$24 ⇔ 24
\$1{,}234.50 ⇔ 1234.5
\$12.50 ⇔ 12.5 dollars
75\text{ cents} ⇔ \$0.75
Rs. 500 ⇔ 500
£40 ⇔ 40
4.5\times 10^{-3} ⇔ 0.0045
4.5\times10^{-3} ⇔ 4.5 \cdot 10^{-3}
1.2e6 ⇔ 1{,}200{,}000
3\cdot 10^8 ⇔ 3e8
6.022 \times 10^{23} ⇔ 602200000000000000000000
0.\overline{27} ⇔ \frac{3}{11}
0.1\overline{23} ⇔ \frac{61}{495}
0.\dot{3} ⇔ \frac13
0.(3) ⇔ 1/3
0.142857142857... ⇔ \frac17
\sqrt{3+2\sqrt2} ⇔ 1+\sqrt2
\sqrt{5-2\sqrt6} ⇔ \sqrt3-\sqrt2
\sqrt[3]{2+\sqrt5} ⇔ \frac{1+\sqrt5}{2}
\frac{1}{\sqrt{2}} ⇔ \frac{\sqrt2}{2}
\frac{6}{\sqrt{3}} ⇔ 2\sqrt{3}
\sqrt{50} ⇔ 5\sqrt{2}
2\sqrt[3]{4} ⇔ \sqrt[3]{32}
\log_2 8 ⇔ 3
\log_{2}{10} ⇔ 1 + \log_2 5
\ln 8 ⇔ 3\ln 2
\frac{\ln 3}{\ln 2} ⇔ \log_2 3
\log_{10} 2 ⇔ \lg 2
\sin 60^\circ ⇔ \frac{\sqrt{3}}{2}
\sin\frac{\pi}{6} ⇔ \frac12
\tan 15^\circ ⇔ 2-\sqrt{3}
\cos 36^\circ ⇔ \frac{1+\sqrt{5}}{4}
\cos \frac{2\pi}{5} ⇔ \frac{\sqrt{5}-1}{4}
\arctan 1 ⇔ \frac{\pi}{4}
\arcsin\frac12 ⇔ \frac{\pi}{6}
\tan^{-1}(1) ⇔ \pi/4
3+4i ⇔ 4i+3
\frac{1}{1+i} ⇔ \frac{1-i}{2}
e^{i\pi} ⇔ -1
2\text{cis}\,60^\circ ⇔ 1+\sqrt{3}i
e^{2\pi i/3} ⇔ -\frac12+\frac{\sqrt3}{2}i
i\sqrt{3} ⇔ \sqrt{-3}
\frac{-1 \pm i\sqrt{3}}{2} ⇔ -\frac{1}{2} + \frac{\sqrt{3}}{2}i, -\frac12-\frac{\sqrt3}{2}i
x^3-3x+2 ⇔ (x-1)^2(x+2)
(x+1)(x-1) ⇔ x^2-1
(2x-3)(x+5) ⇔ 2x^2+7x-15
-(x-2)(x+2) ⇔ 4-x^2
\frac{n(n+1)(2n+1)}{6} ⇔ \frac{2n^3+3n^2+n}{6}
a^2+2ab+b^2 ⇔ (b+a)^2
2^{n+1}-2 ⇔ 2(2^n-1)
\binom{n}{2} ⇔ \frac{n(n-1)}{2}
\binom{10}{3} ⇔ 120
{10 \choose 3} ⇔ 120
5! ⇔ 120
\frac{20!}{18!} ⇔ 380
\dfrac12 ⇔ 0.5
\frac12 ⇔ 1/2
\frac 3 4 ⇔ 0.75
\tfrac{-1}{2} ⇔ -\dfrac{1}{2}
\sqrt2 ⇔ \sqrt{2}
\frac{\sqrt2}2 ⇔ \frac{1}{\sqrt{2}}
1\,000\,000 ⇔ 1000000
1 000 000 ⇔ 10^6
12,345.67 ⇔ 12345.67
10\,000 ⇔ 10{,}000
1.234,5 ⇔ 1234.5
3,14 ⇔ 3.14
1.000.000 ⇔ 1000000
1101_2 ⇔ 13_{10}
\text{FF}_{16} ⇔ 255_{10}
1101_{\text{two}} ⇔ 1101_2
7:30 \text{ a.m.} ⇔ 7:30 AM
3:2 ⇔ 6:4
3:2 ⇔ 3 : 2
3:2 ⇔ \frac{3}{2}
1:\sqrt{2} ⇔ \sqrt{2}:2
2:3:4 ⇔ 4:6:8
3 \text{ to } 2 ⇔ 3:2
\text{3 to 5} ⇔ 3:5
\infty ⇔ +\infty
-\infty ⇔ -\text{infinity}
\text{DNE} ⇔ \text{does not exist}
\text{undefined} ⇔ undefined
\text{no solution} ⇔ \emptyset
\text{none} ⇔ no solutions
3, 4, \text{ and } 5 ⇔ 3,4,5
(3,4,5) ⇔ (3, 4, 5)
a=3, b=4 ⇔ (3,4)
a=3,b=4 ⇔ b=4, a=3
(a,b)=(3,4) ⇔ a=3, b=4
m = 2, n = 5 ⇔ (m,n)=(2,5)
\frac{x+2}{x-1} ⇔ 1+\frac{3}{x-1}
\frac{1}{x}+\frac{1}{y} ⇔ \frac{x+y}{xy}
\frac{x^2-1}{x-1} ⇔ x+1
e^{2\ln x} ⇔ x^2
\sin^2 x ⇔ 1-\cos^2 x
\sin 2x ⇔ 2\sin x\cos x
|x-1| ⇔ |1-x|
\lfloor 3.7 \rfloor ⇔ 3
2^{10} ⇔ 1024
2^{2^3} ⇔ 256
10^{-2} ⇔ 0.01
\left(\frac{1}{2}\right)^3 ⇔ 0.125
3^{1/2} ⇔ \sqrt3
100\text{th} ⇔ 100
5\text{ apples} ⇔ 5
12 \text{ (cm)} ⇔ 12
\text{Area} = 12 ⇔ 12
V=36\pi \text{ cm}^3 ⇔ 36\pi
A = 12\pi ⇔ 12 \pi
\angle A = 45^\circ ⇔ 45
\overline{AB} = 5 ⇔ 5
AB=5 ⇔ 5
\text{The answer is } 7 ⇔ 7
42. ⇔ 42
\text{42} ⇔ 42
\mathbf{42} ⇔ 42
$42$ ⇔ 42
\(42\) ⇔ 42
**42** ⇔ 42
~42 ⇔ 42
\approx 3.14 ⇔ 3.14
x \approx 2.718 ⇔ 2.718
n \equiv 3 \pmod{7} ⇔ 3 \pmod 7
3 \bmod 7 ⇔ 3 \pmod{7}
\pi ⇔ \pi
2k\pi, k\in\mathbb{Z} ⇔ 2\pi k, k \in \mathbb{Z}
\frac{\pi}{4}+k\pi ⇔ k\pi+\frac{\pi}{4}
x = \frac{\pi}{4} + k\pi, k \in \mathbb{Z} ⇔ \frac{\pi}{4}+k\pi
y = 2x ⇔ 2x - y = 0
(x-1)^2+(y+2)^2=9 ⇔ x^2+y^2-2x+4y-4=0
\frac{x^2}{4}+\frac{y^2}{9}=1 ⇔ 9x^2+4y^2=36
y^2=4x ⇔ x=\frac{y^2}{4}
x \neq 3 ⇔ (-\infty,3)\cup(3,\infty)
a > 2 ⇔ (2,\infty)
k \leq -1 ⇔ (-\infty,-1]
0<a<1 ⇔ (0,1)
m\geqslant 4 ⇔ [4,+\infty)
\left[-\frac{1}{2}, +\infty\right) ⇔ x \geq -0.5
ABC ⇔ A, B, C
AC ⇔ A, C
2k\pi, k\in\mathbb{Z} ⇔ 2n\pi, n \in \mathbb{Z}
\begin{vmatrix}2&0&1\\1&3&0\\0&1&1\end{vmatrix} ⇔ 7
x \equiv 10 \pmod 7 ⇔ x\equiv 3\pmod{7}
`;

const otherLines = String.raw`
\frac{3}{4} ⇔ \frac{4}{3}
12\text{ cm}^2 ⇔ 12\text{ cm}^3
60 \text{ minutes} ⇔ 60 \text{ hours}
(-1, 2] ⇔ [-1, 2)
(1,3) ⇔ (1,3]
x<-1 \text{ or } x\ge 2 ⇔ (-\infty,-1]\cup[2,\infty)
x > 3 ⇔ x \ge 3
x > 3 ⇔ x < 3
|x| \le 3 ⇔ [-3, 3)
\mathbb{R} ⇔ (0,\infty)
\{-1,0,1\} ⇔ \{0,1\}
0, \pm 1 ⇔ 0, 1
(1,2,3) ⇔ (3,2,1)
25\% ⇔ 2.5
25\% ⇔ 0.0025
2\frac{3}{4} ⇔ \frac{6}{4}
1\pm\sqrt3 ⇔ 1\pm\sqrt2
x=-2\text{ or }x=5 ⇔ x=2 or x=5
y=\frac12x+3 ⇔ x+2y+6=0
f(x)=2x+1 ⇔ f(x)=2x-1
\text{Yes} ⇔ No
\text{Tuesday} ⇔ Thursday
(B) ⇔ (C) 12
A, C ⇔ A, B
30^\circ ⇔ 60^\circ
\frac{\pi}{6} ⇔ 60^\circ
\$1{,}234.50 ⇔ \$1{,}234.05
4.5\times10^{-3} ⇔ 4.5\times10^{3}
0.\overline{27} ⇔ 0.27
\sqrt{3+2\sqrt2} ⇔ 1+\sqrt3
\log_2 9 ⇔ 3
\ln 8 ⇔ 2\ln 3
\sin 60^\circ ⇔ \frac12
\tan 15^\circ ⇔ 2+\sqrt3
3+4i ⇔ 3-4i
(x+1)(x-1) ⇔ x^2+1
x^3-3x+2 ⇔ x^3-3x-2
\binom{n}{2} ⇔ \frac{n(n+1)}{2}
1101_2 ⇔ 1101_3
1101_2 ⇔ 1101
3:2 ⇔ 2:3
2:3:4 ⇔ 4:3:2
\infty ⇔ -\infty
\text{no solution} ⇔ 0
a=3,b=4 ⇔ a=4,b=3
(a,b)=(3,4) ⇔ a=4, b=3
1+\frac{3}{x-1} ⇔ \frac{x-2}{x-1}
\sin^2 x ⇔ 1+\cos^2 x
2^{10} ⇔ 2^{11}
2^{2^3} ⇔ 64
3 \pmod 7 ⇔ 4 \pmod 7
3 \pmod 7 ⇔ 3 \pmod 5
\frac{\pi}{4}+k\pi ⇔ \frac{\pi}{4}+2k\pi
(x-1)^2+(y+2)^2=9 ⇔ (x-1)^2+(y+2)^2=3
y^2=4x ⇔ x^2=4y
x \neq 3 ⇔ x = 3
a>2 ⇔ (-\infty,2)
-2 \le x \le 2 ⇔ (-2,2)
1.000.000 ⇔ 1
3,14 ⇔ 314
AC ⇔ AB
①③ ⇔ ①②
10^{100} ⇔ 10^{100}+1
12345678901234567890 ⇔ 12345678901234567891
0.1 ⇔ 0.11
\frac{1}{3} ⇔ 0.33
7:30 a.m. ⇔ 7:30 p.m.
5 ⇔ -5
\begin{vmatrix}1&2\\3&4\end{vmatrix} ⇔ 2
x^2+C ⇔ x^2
2x+3y=6 ⇔ 2x+3y=7
\{x \mid x > 1\} ⇔ [1,\infty)
\sqrt{x^2} ⇔ x
\text{DNE} ⇔ 0
a^2+b^2 ⇔ (a+b)^2
1, 2, 3 ⇔ 1, 2, 3, 4
\left(\frac{1}{2}\right)^3 ⇔ \frac{1}{6}
x\approx 2.718 ⇔ 2.817
30^\circ ⇔ 30\pi
2k\pi, k\in\mathbb{Z} ⇔ 3k\pi, k\in\mathbb{Z}
f(x)=2x ⇔ f(t)=3t
\{x \mid x>1\} ⇔ \{x \mid x<1\}
`;

/** Answers that are worth the same. */
export const samePairs = pairsIn(sameLines);
/** Answers that are not, however alike they look. */
export const otherPairs = pairsIn(otherLines);

function pairsIn(lines: string): [string, string][] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [gold = '', pred = ''] = line.split(' ⇔ ');
      return [gold, pred];
    });
}
