// Writes shared/kernel/generated/traditional.ts from the opencc-js dictionaries: `node test/scripts/generateTraditional.ts`.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Converter } from 'opencc-js/t2cn'

const target = fileURLToPath(new URL('../../shared/kernel/generated/traditional.ts', import.meta.url))

/** Every single character that OpenCC turns into another single character, from Taiwan, Hong Kong or plain Traditional. */
export function traditionalPairs(): readonly (readonly [string, string])[] {
  const converters = (['t', 'tw', 'hk'] as const).map((from) => Converter({ from, to: 'cn' }))
  const pairs: (readonly [string, string])[] = []
  for (const [first, last] of [
    [0x3400, 0x9fff],
    [0xf900, 0xfaff],
    [0x20000, 0x2a6df],
  ] as const) {
    for (let code = first; code <= last; code++) {
      const from = String.fromCodePoint(code)
      const to = converters.map((convert) => convert(from)).find((text) => text !== from)
      if (to !== undefined && Array.from(to).length === 1) pairs.push([from, to])
    }
  }
  // A character that is itself the simplified form of another one (么 of 麼) stays what it is.
  const simplified = new Set(pairs.map(([, to]) => to))
  return pairs.filter(([from]) => !simplified.has(from))
}

/** The file's text: two strings of equal length in code points. */
export function traditionalSource(): string {
  const pairs = traditionalPairs()
  const line = (name: string, text: string): string => `export const ${name} =\n  '${text}'\n`
  return [
    '// Generated from opencc-js (Apache-2.0) by test/scripts/generateTraditional.ts: 繁 → 简, position by position.\n',
    '// prettier-ignore\n',
    line('traditionalCharacters', pairs.map(([from]) => from).join('')),
    '\n// prettier-ignore\n',
    line('simplifiedCharacters', pairs.map(([, to]) => to).join('')),
  ].join('')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, traditionalSource())
