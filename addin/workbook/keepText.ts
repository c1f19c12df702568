// How a text is written so that Excel keeps it letter for letter.

/**
 * An apostrophe before it where Excel might take it for a number, a day, a formula or a truth value (in cells of text:
 * only where it begins with one). Excel takes the apostrophe off again.
 */
export function keepText(text: string, isTextCell: boolean): string {
  if (text.startsWith("'")) return `'${text}`
  return isTextCell || text === '' || isPlainlyText(text) ? text : `'${text}`
}

/** Begins with a letter and holds no digit, or begins with an ideograph that is no part of a time or a day. */
function isPlainlyText(text: string): boolean {
  if (!/^\p{L}/u.test(text) || /^(true|false)$/i.test(text.trim())) return false
  return !/\p{N}/u.test(text) || (/^\p{Script=Han}/u.test(text) && !/^[上下]午/.test(text))
}
