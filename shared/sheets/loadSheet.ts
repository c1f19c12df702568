// Each kind by itself, for a page that needs only some of them at first; all of them together are in index.ts.
import type { SheetDefinition } from '../definition/sheet.ts'

/** Kind → how it is loaded. The sentences of other kinds' rules over several sheets are not in it. */
export const loadSheet: Readonly<Record<string, () => Promise<SheetDefinition>>> = {
  budget: () => import('./budget.ts').then(({ budgetSheet }) => budgetSheet),
  execution: () => import('./execution.ts').then(({ executionSheet }) => executionSheet),
  adjustment: () => import('./adjustment.ts').then(({ adjustmentSheet }) => adjustmentSheet),
  task: () => import('./task.ts').then(({ taskSheet }) => taskSheet),
  plan: () => import('./plan.ts').then(({ planSheet }) => planSheet),
  objective: () => import('./objective.ts').then(({ objectiveSheet }) => objectiveSheet),
  member: () => import('./member.ts').then(({ memberSheet }) => memberSheet),
  asset: () => import('./asset.ts').then(({ assetSheet }) => assetSheet),
  training: () => import('./training.ts').then(({ trainingSheet }) => trainingSheet),
  welfare: () => import('./welfare.ts').then(({ welfareSheet }) => welfareSheet),
  signoff: () => import('./signoff.ts').then(({ signoffSheet }) => signoffSheet),
  hardship: () => import('./hardship.ts').then(({ hardshipSheet }) => hardshipSheet),
  document: () => import('./document.ts').then(({ documentSheet }) => documentSheet),
  award: () => import('./award.ts').then(({ awardSheet }) => awardSheet),
}
