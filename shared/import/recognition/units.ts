// 单位：元 in a corner, （万元） in a header, 亿元 in a cell: the unit that amounts are written in.
import { foldText } from '../../kernel/text.ts'

export interface MoneyUnit {
  /** 1 for 元, 10000 for 万元. */
  readonly scale: number
  readonly name: string
}

const scales: Readonly<Record<string, number>> = {
  '': 1,
  十: 10,
  百: 100,
  千: 1000,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
}
const unitWord = String.raw`(?:人民币)?(百万|千万|十万|[百千万亿])?(元|美元|港元|欧元|日元|英镑|新台币)(?:\/[人月年天次户份]){0,2}`
const whole = new RegExp(`^[([【]?(?:金额)?(?:单位:?)?${unitWord}[)\\]】]?$`)
const line = new RegExp(
  `(?:^|[^编填报送制属算])(?:金额|货币|计量|数据)?单位(?:\\(金额\\))?:\\(?${unitWord}(?![\\u4e00-\\u9fff])`,
)
const inBrackets = new RegExp(`[([【](?:金额)?(?:单位:?)?${unitWord}[)\\]】]`)
const tail = new RegExp(`[,、;]?(?:金额)?单位:?${unitWord}$`)

function read(match: RegExpExecArray | null): MoneyUnit | undefined {
  if (!match) return undefined
  const scale = scales[match[1] ?? '']
  return scale === undefined ? undefined : { scale, name: `${match[1] ?? ''}${match[2] ?? '元'}` }
}

/** A cell above the table: `单位：万元`, `（单位：元）`, `编制单位：甲    年度：2025    单位：元`, `（万元）`. */
export function unitOfLine(text: string): MoneyUnit | undefined {
  const folded = foldText(text.slice(0, 400))
  return (
    read(line.exec(folded)) ??
    read(inBrackets.exec(folded)) ??
    (folded.length > 2 ? read(whole.exec(folded)) : undefined)
  )
}

/** A header: `金额（万元）`, `金额(元)`, `预算数单位：元`. */
export function unitOfHeader(path: readonly string[]): MoneyUnit | undefined {
  for (let i = path.length - 1; i >= 0; i--) {
    const folded = foldText((path[i] ?? '').slice(0, 200))
    const unit = read(inBrackets.exec(folded)) ?? read(tail.exec(folded)) ?? read(whole.exec(folded))
    if (unit) return unit
  }
  return undefined
}

/** A cell of a unit column: 亿元, 万美元; undefined for 个, 次, 件. */
export function unitOfCell(text: string): MoneyUnit | undefined {
  return read(whole.exec(foldText(text.slice(0, 20))))
}
