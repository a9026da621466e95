/** A complex number, and the largest magnitude met on the way to it: what was lost to cancellation is in proportion to that. */
export interface Complex {
  re: number;
  im: number;
  scale: number;
}

export function complex(re: number, im: number, scale = 0): Complex {
  return { re, im, scale: Math.max(scale, Math.hypot(re, im)) };
}

export function abs({ re, im }: Complex): number {
  return Math.hypot(re, im);
}

export function add(a: Complex, b: Complex): Complex {
  return complex(a.re + b.re, a.im + b.im, Math.max(a.scale, b.scale));
}

export function multiply(a: Complex, b: Complex): Complex {
  const scale = Math.max(a.scale * abs(b), b.scale * abs(a));
  if (a.im === 0 && b.im === 0) return complex(a.re * b.re, 0, scale);
  return complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re, scale);
}

export function divide(a: Complex, b: Complex): Complex {
  const size = b.re * b.re + b.im * b.im;
  if (b.im === 0 && a.im === 0) return complex(a.re / b.re, 0, a.scale / Math.abs(b.re));
  return complex(
    (a.re * b.re + a.im * b.im) / size,
    (a.im * b.re - a.re * b.im) / size,
    a.scale / Math.sqrt(size),
  );
}

export function exp({ re, im }: Complex): Complex {
  return im === 0
    ? complex(Math.exp(re), 0)
    : complex(Math.exp(re) * Math.cos(im), Math.exp(re) * Math.sin(im));
}

/** The principal value. */
export function log({ re, im }: Complex): Complex {
  return im === 0 && re > 0
    ? complex(Math.log(re), 0)
    : complex(Math.log(Math.hypot(re, im)), Math.atan2(im, re));
}

export function power(base: Complex, exponent: Complex): Complex {
  if (base.im === 0 && exponent.im === 0 && (base.re >= 0 || Number.isInteger(exponent.re)))
    return complex(base.re ** exponent.re, 0);
  if (base.re === 0 && base.im === 0) return complex(0, 0);
  return exp(multiply(log(base), exponent));
}

/** An odd root of a negative number is the real one, as school has it. */
export function rootOf(value: Complex, degree: Complex): Complex {
  if (value.im === 0 && value.re < 0 && degree.re % 2 === 1)
    return complex(-((-value.re) ** (1 / degree.re)), 0);
  return value.im === 0 && value.re >= 0 && degree.re === 2
    ? complex(Math.sqrt(value.re), 0)
    : power(value, divide(complex(1, 0), degree));
}
