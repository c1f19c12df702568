// What a step leads to is said before it is taken, for every step of every kind.
import { describe, expect, it } from 'vitest'
import { stepOutcome } from '#addin/session/stepOutcome.ts'
import { budgetSheet } from '#shared/sheets/budget.ts'
import { sheets } from '#shared/sheets/index.ts'

describe('stepOutcome', () => {
  it('says where a budget goes, that it is locked, and whose it is then', () => {
    expect(stepOutcome(budgetSheet.workflow, 'submit', 'draft')).toMatchObject({
      from: { label: { 'zh-Hans': '草案' } },
      to: { label: { 'zh-Hans': '已提交复核' }, locked: true },
      next: ['finance', 'director'],
    })
  })

  it('knows an outcome for each step from each state it leads from, and none where rows stand apart', () => {
    for (const { workflow } of sheets)
      for (const { name, from } of workflow.transitions) {
        expect(stepOutcome(workflow, name, null)).toBeUndefined()
        for (const state of from) expect(stepOutcome(workflow, name, state)?.to).toBeDefined()
      }
  })
})
