/** Code that opens a door, or throws something away; what a solution computes needs none of it. */
export const UNSAFE_CODE: readonly { what: string; pattern: RegExp }[] = [
  {
    what: 'a command of the shell',
    pattern: /\bos\.(?:system|popen)\s*\(|\bsubprocess\.\w+\s*\(|\bshell\s*=\s*True\b/,
  },
  {
    what: 'code from a text',
    pattern: /\b(?:eval|exec)\s*\(\s*(?:input|request|data|user|open|urlopen|requests?)\b/,
  },
  {
    what: 'objects from bytes',
    pattern: /\bc?[pP]ickle\.loads?\s*\(|\bmarshal\.loads?\s*\(|\byaml\.load\s*\((?![^)]*SafeLoader)/,
  },
  {
    what: 'no check of certificates',
    pattern: /\bverify\s*=\s*False\b|\b_create_unverified_context\b|rejectUnauthorized\s*:\s*false/,
  },
  {
    what: 'a script from the network',
    pattern: /\b(?:curl|wget)\b[^\n|]{0,200}\|\s*(?:sudo\s+)?(?:ba|z)?sh\b/,
  },
  { what: 'files that anybody may write', pattern: /\bchmod\s+(?:-R\s+)?0?777\b|\bos\.chmod\s*\([^)]*0o777/ },
  { what: 'files thrown away', pattern: /\brm\s+-rf?\s+[~/*]|\bshutil\.rmtree\s*\(/ },
  {
    what: 'a query put together from texts',
    pattern: /\bexecute\s*\(\s*(?:f["']|["'][^"'\n]*["']\s*(?:%|\+)\s*\w)/,
  },
  {
    what: 'a password in the code',
    pattern: /\b(?:password|passwd|secret|api_?key)\s*=\s*["'][^"'\s]{4,}["']/i,
  },
  { what: 'a broken digest', pattern: /\bhashlib\.(?:md5|sha1)\s*\(/ },
];
