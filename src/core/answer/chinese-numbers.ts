const DIGITS = '〇一二三四五六七八九';
const PLACES: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const SIGN = '零〇一二两三四五六七八九十百千万亿';
const FRACTION = new RegExp(`^(负)?(?:([${SIGN}]+)又)?([${SIGN}]+)分之([${SIGN}]+)$`);
const WHOLE = new RegExp(`^(负)?([${SIGN}]{1,20})(?:点([〇零一二三四五六七八九]{1,20}))?$`);

/** A number that is written in Chinese, `一百二十`, `三分之二`, `百分之二十五`, `二点五`, in digits; null for anything else. */
export function chineseInDigits(text: string): string | null {
  const [, below, whole, parts = '', some = ''] = FRACTION.exec(text) ?? [];
  if (parts !== '') {
    const [n, d, more] = [some, parts, whole ?? '零'].map((part) => (part === '百' ? 100 : valueOf(part)));
    if (n === null || d === null || more === null || n === undefined || !d) return null;
    const sign = below === undefined ? '' : '-';
    if (parts === '百' && whole === undefined) return `${sign}${n}%`;
    return whole === undefined ? `${sign}${n}/${d}` : `${sign}${more} ${n}/${d}`;
  }
  const [, minus, digits = '', decimals] = WHOLE.exec(text) ?? [];
  const value = digits === '' ? null : valueOf(digits);
  if (value === null) return null;
  const after = decimals === undefined ? '' : `.${inDigits(decimals)}`;
  return `${minus === undefined ? '' : '-'}${value}${after}`;
}

/** Of places, `一千零五`, or digit by digit, `二〇二四`. */
function valueOf(text: string): number | null {
  if (/^[〇零一二三四五六七八九]{2,}$/.test(text) && !text.startsWith('零')) return Number(inDigits(text));
  let [total, section, digit] = [0, 0, 0];
  for (const sign of text) {
    const place = PLACES[sign];
    if (sign === '亿' || sign === '万') {
      const by = sign === '亿' ? 1e8 : 1e4;
      total = (sign === '亿' ? total + section + digit : section + digit) * by + (sign === '亿' ? 0 : total);
      [section, digit] = [0, 0];
    } else if (place !== undefined) {
      if (digit === 0 && place !== 10) return null;
      [section, digit] = [section + (digit || 1) * place, 0];
    } else if (digit !== 0) return null;
    else digit = Number(inDigits(sign));
  }
  return Number.isSafeInteger(total + section + digit) ? total + section + digit : null;
}

function inDigits(text: string): string {
  return [...text].map((sign) => (sign === '零' ? 0 : sign === '两' ? 2 : DIGITS.indexOf(sign))).join('');
}
