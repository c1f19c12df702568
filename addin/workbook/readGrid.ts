// Reads blocks of cells in as few answers of Excel as their size allows.
import { answerBudget, bytesOf, cutByBytes } from './payload.ts'
import { isTooLarge } from './officeFailure.ts'
import type { Exchange } from './exchange.ts'

/** A cell as Office.js gives it; '' when it is blank. */
export type GridCell = string | number | boolean | null

export type Grid = readonly (readonly GridCell[])[]

/** Rows and columns 0-based. */
export interface Block {
  readonly top: number
  readonly left: number
  readonly rows: number
  readonly columns: number
}

export type GridMember = 'formulas' | 'values' | 'numberFormat' | 'valueTypes'

/** How large a cell is taken to be before any was seen, in bytes. */
const cellBytes: Readonly<Record<GridMember, number>> = { formulas: 40, values: 25, numberFormat: 15, valueTypes: 10 }

/** One block; the size of a row is learnt from the rows that came. @param rowBytes what a row is taken to be at first */
export async function readGrid(
  exchange: Exchange,
  sheet: Excel.Worksheet,
  { block, member, rowBytes }: { readonly block: Block; readonly member: GridMember; readonly rowBytes?: number },
): Promise<Grid> {
  const grid: (readonly GridCell[])[] = []
  let perRow = rowBytes ?? cellBytes[member] * block.columns
  let limit = Infinity
  exchange.expect({ work: block.rows * block.columns, batches: Math.ceil((block.rows * perRow) / answerBudget) })
  while (grid.length < block.rows) {
    const wanted = Math.max(1, Math.min(Math.floor(answerBudget / perRow), limit, block.rows - grid.length))
    const part = { ...block, top: block.top + grid.length, rows: wanted }
    try {
      const [cells = []] = await loadBlocks(exchange, sheet, { blocks: [part], member })
      perRow = Math.max(8, (bytesOf(cells) / wanted) * 1.2)
      for (const row of cells) grid.push(row)
    } catch (error) {
      if (!isTooLarge(error) || wanted === 1) throw error
      limit = Math.floor(wanted / 2)
    }
  }
  return grid
}

/** Several blocks, in their order, as many of them together as the budget allows. */
export async function readGrids(
  exchange: Exchange,
  sheet: Excel.Worksheet,
  { blocks, member }: { readonly blocks: readonly Block[]; readonly member: GridMember },
): Promise<readonly Grid[]> {
  const grids: Grid[] = []
  const cost = ({ rows, columns }: Block): number => rows * columns * cellBytes[member]
  for (const part of cutByBytes(blocks, cost, answerBudget)) {
    const [only] = part
    if (part.length === 1 && only) grids.push(await readGrid(exchange, sheet, { block: only, member }))
    else {
      exchange.expect({ work: part.reduce((sum, { rows, columns }) => sum + rows * columns, 0), batches: 1 })
      grids.push(...(await loadParts(exchange, sheet, { blocks: part, member })))
    }
  }
  return grids
}

/** Together; one by one when that was too much for one answer. */
async function loadParts(
  exchange: Exchange,
  sheet: Excel.Worksheet,
  { blocks, member }: { readonly blocks: readonly Block[]; readonly member: GridMember },
): Promise<readonly Grid[]> {
  try {
    return await loadBlocks(exchange, sheet, { blocks, member })
  } catch (error) {
    if (!isTooLarge(error)) throw error
    const grids: Grid[] = []
    for (const block of blocks) grids.push(await readGrid(exchange, sheet, { block, member }))
    return grids
  }
}

async function loadBlocks(
  exchange: Exchange,
  sheet: Excel.Worksheet,
  { blocks, member }: { readonly blocks: readonly Block[]; readonly member: GridMember },
): Promise<readonly Grid[]> {
  const ranges = blocks.map(({ top, left, rows, columns }) => {
    const range = sheet.getRangeByIndexes(top, left, rows, columns)
    range.load(member)
    // Not kept by Excel after this exchange: nothing to clean up later.
    return range.untrack()
  })
  await exchange.sync(blocks.reduce((sum, { rows, columns }) => sum + rows * columns, 0))
  return ranges.map((range) => range[member] as Grid)
}
