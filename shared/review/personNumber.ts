// A person's number (会员编号, 工号) as it is compared: one number in two spellings is one person.

/** NFKC, without blanks, in capitals. */
export function foldNumber(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toUpperCase()
}
