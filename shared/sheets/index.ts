// The list of sheet kinds.
import type { SheetDefinition } from '../definition/sheet.ts'
import { adjustmentSheet } from './adjustment.ts'
import { assetSheet } from './asset.ts'
import { budgetSheet } from './budget.ts'
import { executionSheet } from './execution.ts'
import { memberSheet } from './member.ts'
import { objectiveSheet } from './objective.ts'
import { planSheet } from './plan.ts'
import { taskSheet } from './task.ts'
import { trainingSheet } from './training.ts'

export const sheets: readonly SheetDefinition[] = [
  budgetSheet,
  executionSheet,
  adjustmentSheet,
  taskSheet,
  planSheet,
  objectiveSheet,
  memberSheet,
  assetSheet,
  trainingSheet,
]
