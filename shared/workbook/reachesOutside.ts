// Does a formula take its value from somewhere else than its own workbook?

/**
 * Formulas whose value comes from somewhere else: another file, the network, another program (A28). What such a cell shows
 * is not the sheet's own figure, so it is not taken; a formula over the sheet's own cells is, by its cached value.
 */
export function reachesOutside(formula: string): boolean {
  const text = formula.slice(0, 8192)
  const bare = text.replace(/'[^']*'|"[^"]*"/g, '')
  const otherFile = /\[[^\]]+\][^!'"+\-*/,;()=<>& ]*'?!/
  return bare.includes('|') || otherFile.test(text) || /\b(?:WEBSERVICE|RTD|HYPERLINK|IMPORTDATA|CALL)\s*\(/i.test(bare)
}
