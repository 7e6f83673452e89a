import type { JourneyMap } from '../../src/map/model.ts';

/** What a text may try in a picture. Each calls `hit` where it runs, and asks for an address of evil.example where it is followed. */
const attempts = [
  '<script>hit()</script>',
  '</text></g></svg><script>hit()</script>',
  '"><img src=x onerror=hit()>',
  "'><img src=https://evil.example/i.png onerror=hit()>",
  '"><image href="https://evil.example/i.svg"/>',
  '<svg onload=hit()>',
  '" onload="hit()" x="',
  '" onbegin="hit()" onmouseover="hit()',
  '<animate onbegin=hit() attributeName=x dur=1s>',
  '<set attributeName="href" to="javascript:hit()"/>',
  '<a href="javascript:hit()">x</a>',
  'javascript:hit()',
  'data:text/html,<script>hit()</script>',
  '<foreignObject><iframe srcdoc="<script>parent.hit()</script>"></iframe></foreignObject>',
  '<iframe src="https://evil.example/"></iframe>',
  '<style>@import url(https://evil.example/s.css);</style>',
  'url(https://evil.example/u)',
  '#000" fill="url(https://evil.example/f)',
  'red;background:url(https://evil.example/b)',
  ']]><script>hit()</script><![CDATA[',
  '--><script>hit()</script><!--',
  '<!DOCTYPE svg [<!ENTITY x SYSTEM "https://evil.example/e">]>&x;',
  '<?xml-stylesheet href="https://evil.example/x.css"?>',
  '<use href="https://evil.example/u.svg#x"/>',
  '<feImage href="https://evil.example/f.png"/>',
  '<link rel=stylesheet href=https://evil.example/l.css>',
  '<base href=https://evil.example/>',
  '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  '</title><script>hit()</script>',
  '</desc></svg><img src=x onerror=hit()>',
  '&lt;script&gt;hit()&lt;/script&gt;',
  '&#x0;&#xFFFF;&#60;script&#62;hit()&#60;/script&#62;',
  '&unknown; & &amp',
  '$\u007bhit()} {{hit()}} <%= hit() %>',
  '`$\u007bhit()}`',
  '\u202e<script>hit()</script>\u202c',
  '\u2066\u202b"><img src=x onerror=hit()>\u2069',
  'before\u0000after\u0008\u001b[31m\u007f\u0085',
  '\uffff\ufffe\ufdd0',
  '\ud800 half \udc00',
  '\u2028\u2029\r\n\t',
  '__proto__',
  'constructor',
  '1e308',
  `${'x'.repeat(80)}<script>hit()</script>`,
  'Z̷̛a̸lgo\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308',
  '＜script＞hit()＜/script＞',
  '%3Cscript%3Ehit()%3C/script%3E',
  '\\"><script>hit()</script>',
  '\u00ad\u200b\u2060\ufeff',
];

/** Ways to wrap an attempt: as it is, within words, in capitals, broken by letters that are not drawn, twice. */
const wraps: ((attempt: string) => string)[] = [
  (attempt) => attempt,
  (attempt) => `Order ${attempt} form`,
  (attempt) => attempt.replace(/script|onerror|onload|href|iframe/g, (word) => word.toUpperCase()),
  (attempt) => attempt.replaceAll('<', '<\u0000'),
  (attempt) => attempt.replaceAll(' ', '\t'),
  (attempt) => `"'>${attempt}`,
  (attempt) => `${attempt}\n${attempt}`,
  (attempt) => `\ud83d${attempt}\ude00`,
  (attempt) => attempt.replaceAll('"', '&quot;').replaceAll("'", '&apos;'),
  (attempt) => `${attempt}&#60;/text&#62;`,
];

/** 500 hostile texts. */
export const payloads: readonly string[] = wraps.flatMap((wrap) => attempts.map(wrap));

/** What says which of a few things something is; all else in a map is somebody's own. */
const choices = new Set(['kind', 'type', 'severity', 'impact', 'effort', 'status', 'view']);

/** A map in which every text, name and id is hostile: each field has the payload that follows that of the field before, from `first` on. */
export function hostile(map: JourneyMap, first: number): JourneyMap {
  let at = first;
  const ids = new Map<string, string>();
  const next = () => payloads[at++ % payloads.length] as string;
  const poison = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      if (choices.has(key)) return value;
      if (!/^(id|to|alongside)$/.test(key)) return next();
      // Ids still tell things apart, and what points at one still does.
      if (!ids.has(value)) ids.set(value, `${next()} ${ids.size}`);
      return ids.get(value);
    }
    if (Array.isArray(value)) return value.map((each) => poison(each, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([own, each]) => [own, poison(each, own)]));
  };
  return poison(map, '') as JourneyMap;
}
