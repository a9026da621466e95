/** Bytes of JSON rows of mathematics, the commonest first; those not named are rare. */
const COMMON = ' et\\aino"sr,lhdcu:mpf01g2{}bwy$3v+=x-(4)5^_[]6.k8z97qj/';

/**
 * The places in `text` of the byte that is rarest in datasets, and of the next rarest: looking for these makes fewer false
 * hits than looking for the first and last byte. The same place twice for a text of one byte.
 */
export function rarePlaces(text: Uint8Array): [number, number] {
  const places = [...text.keys()].sort((a, b) => commonness(text[a]) - commonness(text[b]));
  const [rarest = 0, next = rarest] = places;
  return [rarest, next];
}

function commonness(byte = 0): number {
  const place = COMMON.indexOf(String.fromCharCode(byte).toLowerCase());
  return place === -1 ? 0 : COMMON.length - place;
}
