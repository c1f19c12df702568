// The list of sheet kinds.
import type { SheetDefinition } from '../definition/sheet.ts'
import { budgetSheet } from './budget.ts'

export const sheets: readonly SheetDefinition[] = [budgetSheet]
