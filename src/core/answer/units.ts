import { Fraction } from 'fraction.js';

/** What a unit measures, as powers of base units, and its size in these. */
export interface Unit {
  dimension: string;
  size: Fraction;
}

/** Signs whose letters are large or small for a reason, by their size in the units behind it; those of no size are base units. */
const SIGNS: Record<string, string> = {
  m: '', g: '', s: '', A: '', mol: '', K: '',
  N: '1000 g m s^-2', J: '1000 g m^2 s^-2', W: '1000 g m^2 s^-3', Pa: '1000 g m^-1 s^-2', V: '1000 g m^2 s^-3 A^-1', Hz: '1 s^-1',
  Ω: '1000 g m^2 s^-3 A^-2', C: '1 A s', F: '1/1000 A^2 s^4 g^-1 m^-2', T: '1000 g s^-2 A^-1', Wb: '1000 g m^2 s^-2 A^-1', L: '1/1000 m^3',
  eV: '1602176634/10000000000000000000000000 g m^2 s^-2', cal: '4184 g m^2 s^-2', bar: '100000000 g m^-1 s^-2',
}; // prettier-ignore
const PREFIXES: Record<string, number> = {
  p: -12,
  n: -9,
  µ: -6,
  m: -3,
  c: -2,
  d: -1,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
};
const PREFIXED = /^(?:([pnµmkMGT])(m|g|s|A|mol|K|N|J|W|Pa|V|Hz|Ω|C|F|T|Wb|L|eV|cal|bar)|([cd])([mgL]))$/;

const WORDS: Record<string, string> = {
  meter: 'm', metre: 'm', gram: 'g', gramme: 'g', second: 's', sec: 's', ampere: 'A', amp: 'A', mole: 'mol', kelvin: 'K', newton: 'N', joule: 'J',
  watt: 'W', pascal: 'Pa', volt: 'V', ohm: 'Ω', hertz: 'Hz', coulomb: 'C', farad: 'F', tesla: 'T', weber: 'Wb', liter: 'L', litre: 'L', electronvolt: 'eV',
  calorie: 'cal', l: 'L', ml: 'mL', cl: 'cL', dl: 'dL', 米: 'm', 克: 'g', 秒: 's', 升: 'L',
}; // prettier-ignore
const PREFIX_WORDS: Record<string, string> = {
  pico: 'p', nano: 'n', micro: 'µ', milli: 'm', centi: 'c', deci: 'd', kilo: 'k', mega: 'M', giga: 'G', 毫: 'm', 厘: 'c', 分: 'd', 千: 'k',
}; // prettier-ignore
const PREFIXED_WORD = new RegExp(`^(${Object.keys(PREFIX_WORDS).join('|')})(.+)$`);

/** What has no prefix, by words in small letters. */
const OTHERS: Record<string, string> = {
  'min minute 分钟': '60 s', 'h hr hour 时 小时': '3600 s', 'day 天': '86400 s', 'week 周': '604800 s',
  'in inch inche': '254/10000 m', 'ft foot feet': '3048/10000 m', 'yd yard': '9144/10000 m', 'mi mile': '1609344/1000 m', 公里: '1000 m', hectare: '10000 m^2',
  'oz ounce': '45359237/1600000 g', 'lb pound': '45359237/100000 g', 'tonne 吨': '1000000 g', 公斤: '1000 g',
  cup: '473176473/2000000000000 m^3', pint: '473176473/1000000000000 m^3', quart: '473176473/500000000000 m^3', 'gallon gal': '473176473/125000000000 m^3',
  '¢ cent': '1 cents', 'dollar usd': '100 cents', 角: '1 角', 元: '10 角',
}; // prettier-ignore
const BY_WORD = new Map(
  Object.entries(OTHERS).flatMap(([words, told]) =>
    words.split(' ').map((word): [string, string] => [word, told]),
  ),
);
const RATES: Record<string, string> = { mph: 'mi/h', kph: 'km/h', kmh: 'km/h' };
const LONGEST = 60;

type Powers = ReadonlyMap<string, number>;
interface Measure {
  powers: Powers;
  size: Fraction;
}

/** A unit by its words or signs, `hours`, `cm^2`, `km/h`, `kg m s^-2`, `J/(mol K)`, `miles per hour`; null for what is none of a known size. */
export function unitNamed(written: string): Unit | null {
  const measure = written.length > LONGEST ? null : measureOf(RATES[written.toLowerCase()] ?? written);
  if (!measure) return null;
  const dimension = [...measure.powers].filter(([, power]) => power !== 0).map((each) => each.join('^'));
  return { dimension: dimension.sort().join(' '), size: measure.size };
}

/** Several units behind a slash stand in parentheses: `J/mol K` may be either. */
const QUOTIENT = /^([^/()]*)(?:\/\s*(?:\(([^()]+)\)|([^\s/()]+)))?$/;

function measureOf(written: string): Measure | null {
  const text = written
    .replace(/(?:^| )per /gi, '/')
    .replace(/[·⋅*]/g, ' ')
    .replace(/\s*\^\s*\{?\s*(-?\d)\s*\}?/g, '^$1')
    .replace(/(?:\b(?:square|sq)\b\.? ?|平方)([\p{L}]+)/giu, '$1^2')
    .replace(/(?:\b(?:cubic|cu)\b\.? ?|立方)([\p{L}]+)/giu, '$1^3')
    .replace(/ squared\b/gi, '^2')
    .replace(/ cubed\b/gi, '^3')
    .trim();
  const [, above = '', several, one] = QUOTIENT.exec(text) ?? [];
  const below = several ?? one ?? '';
  if (above + below === '') return null;
  return [...factorsOf(above, 1), ...factorsOf(below, -1)].reduce<Measure | null>(times, {
    powers: new Map(),
    size: new Fraction(1),
  });
}

function factorsOf(text: string, sign: number): (Measure | null)[] {
  const factors = text.split(' ').filter((factor) => factor !== '');
  return factors.map((factor) => {
    const [, word, power = '1'] = /^([\p{L}¢]+)\.?(?:\^(-?\d))?$/u.exec(factor) ?? [];
    const measure = word === undefined ? null : measureNamed(word);
    return measure && raised(measure, sign * Number(power));
  });
}

function times(a: Measure | null, b: Measure | null): Measure | null {
  if (!a || !b) return null;
  const powers = new Map(a.powers);
  for (const [name, power] of b.powers) powers.set(name, (powers.get(name) ?? 0) + power);
  return { powers, size: a.size.mul(b.size) };
}

function raised({ powers, size }: Measure, to: number): Measure {
  return {
    powers: new Map([...powers].map(([name, power]) => [name, power * to])),
    size: size.pow(to) ?? size,
  };
}

function measureNamed(word: string): Measure | null {
  const small = word.toLowerCase();
  return [word, small, small.replace(/s$/, '')].reduce<Measure | null>(
    (found, each) => found ?? bySign(each) ?? byWord(each),
    null,
  );
}

function bySign(sign: string): Measure | null {
  const told = SIGNS[sign];
  if (told !== undefined) return told === '' ? base(sign) : toldAs(told);
  const [, often, of, seldom, other] = PREFIXED.exec(sign) ?? [];
  const prefix = PREFIXES[often ?? seldom ?? ''];
  const unit = prefix === undefined ? null : bySign(of ?? other ?? '');
  return unit && prefix !== undefined ? scaled(unit, new Fraction(10).pow(prefix)) : null;
}

function byWord(word: string): Measure | null {
  const sign = WORDS[word];
  if (sign !== undefined) return bySign(sign);
  const told = BY_WORD.get(word);
  if (told !== undefined) return toldAs(told);
  const [, prefix = '', of = ''] = PREFIXED_WORD.exec(word) ?? [];
  const unit = WORDS[of];
  return unit === undefined ? null : bySign(`${PREFIX_WORDS[prefix] ?? ''}${unit}`);
}

/** `1000 g m s^-2` */
function toldAs(told: string): Measure | null {
  const [size = '', ...factors] = told.split(' ');
  const units = factors.map((factor) => {
    const [name = '', power = '1'] = factor.split('^');
    return raised(base(name), Number(power));
  });
  return units.reduce<Measure | null>(times, { powers: new Map(), size: new Fraction(size) });
}

function base(name: string): Measure {
  return { powers: new Map([[name, 1]]), size: new Fraction(1) };
}

function scaled({ powers, size }: Measure, by: Fraction | null): Measure | null {
  return by && { powers, size: size.mul(by) };
}
