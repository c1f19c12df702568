// The list of sheet kinds.
import type { SheetDefinition } from '../definition/sheet.ts'
import { adjustmentSheet } from './adjustment.ts'
import { budgetSheet } from './budget.ts'
import { executionSheet } from './execution.ts'
import { memberSheet } from './member.ts'
import { taskSheet } from './task.ts'

export const sheets: readonly SheetDefinition[] = [budgetSheet, executionSheet, adjustmentSheet, taskSheet, memberSheet]
