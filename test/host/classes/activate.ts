// Another sheet to the front, another cell selected; the pane is told, whoever did it.
import { formatBox, type Area } from '../model/area.ts'
import type { Sheet } from '../model/sheet.ts'
import type { HostWorld } from '../hostObject.ts'

const [activated, selected] = [11, 14]

/** Nothing is told when it is the active one already. */
export function activateSheet(world: HostWorld, sheet: Sheet): void {
  if (world.book.active === sheet) return
  world.book.active = sheet
  tell(world, activated, { sheet, args: {} })
}

export function selectArea(world: HostWorld, area: Area): void {
  world.book.selection = area
  activateSheet(world, area.sheet)
  tell(world, selected, { sheet: area.sheet, args: { address: area.box ? formatBox(area.box) : '' } })
}

/** To the sheet and to the list of sheets. */
function tell(world: HostWorld, type: number, { sheet, args }: { readonly sheet: Sheet; readonly args: object }): void {
  for (const targetId of [sheet.id, 'Workbook'])
    world.raise({ type, targetId, args: { ...args, worksheetId: sheet.id } })
}
