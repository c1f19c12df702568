// Document numbers: 机关代字〔年份〕序号号, with hexagonal brackets (公文格式); old registers write others.

/** Any of the brackets met in registers. */
const written = /^(.*?)\s*[〔[［(（【]\s*((?:19|20)\d{2})\s*[〕\]］)）】]\s*(?:第)?\s*(\d+)\s*号?\s*$/

/** `X工[2026]012号` → `X工〔2026〕12号`; undefined when the text is no document number of that form. */
export function tidyDocNo(text: string): string | undefined {
  const match = written.exec(text.trim())
  const [organ, year, number] = [match?.[1], match?.[2], match?.[3]]
  if (organ === undefined || year === undefined || number === undefined) return undefined
  return `${organ}〔${year}〕${Number(number)}号`
}
