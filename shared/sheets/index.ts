// The list of sheet kinds.
import { withLinkedWords } from '../definition/linkedWords.ts'
import type { SheetDefinition } from '../definition/sheet.ts'
import { adjustmentSheet } from './adjustment.ts'
import { assetSheet } from './asset.ts'
import { awardSheet } from './award.ts'
import { budgetSheet } from './budget.ts'
import { documentSheet } from './document.ts'
import { executionSheet } from './execution.ts'
import { hardshipSheet } from './hardship.ts'
import { memberSheet } from './member.ts'
import { objectiveSheet } from './objective.ts'
import { planSheet } from './plan.ts'
import { signoffSheet } from './signoff.ts'
import { taskSheet } from './task.ts'
import { trainingSheet } from './training.ts'
import { welfareSheet } from './welfare.ts'

export const sheets: readonly SheetDefinition[] = withLinkedWords([
  budgetSheet,
  executionSheet,
  adjustmentSheet,
  taskSheet,
  planSheet,
  objectiveSheet,
  memberSheet,
  assetSheet,
  trainingSheet,
  welfareSheet,
  signoffSheet,
  hardshipSheet,
  documentSheet,
  awardSheet,
])
