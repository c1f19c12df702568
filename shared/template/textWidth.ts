// How much room a text takes, in characters of the default font: Chinese ones count two.

export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1
  return width
}

/** Lines that a text takes in a column of this width, its own line breaks included. */
export function linesIn(text: string, width: number): number {
  const room = Math.max(2, width - 1.5)
  if (text.length * 2 <= room && !text.includes('\n')) return 1
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(textWidth(line) / room)), 0)
}
