// The key of a group as JSON text: of one plain word without the price of a serializer.

/** Text that JSON would not escape. */
const unescaped = new RegExp(String.raw`^[^"\\\0-\x1f\ud800-\udfff]*$`)

/** `["501"]`, as JSON.stringify would write it; undefined: leave it to the serializer. */
export function plainKey(value: unknown): string | undefined {
  return typeof value === 'string' && unescaped.test(value) ? `["${value}"]` : undefined
}
