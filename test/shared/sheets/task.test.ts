// The task ledger's own meaning: who handles, by when, and the lights.
import { describe, expect, it } from 'vitest'
import { ruleContext } from '#shared/definition/rule.ts'
import { plainDate } from '#shared/kernel/plainDate.ts'
import type { Values } from '#shared/kernel/value.ts'
import { daysLeft, lightOf } from '#shared/sheets/task/light.ts'
import { sampleTask } from '#shared/sheets/task/rules.ts'
import { taskSheet } from '#shared/sheets/task.ts'
import { validateRows } from '#shared/validation/validateRows.ts'

const context = ruleContext({ today: plainDate(2026, 3, 1)!, year: 2026, unitKind: 'primary' })
const codes = (change: Values) =>
  validateRows(taskSheet, [{ values: { ...sampleTask, ...change }, location: {} }], context).map(({ code }) => code)

describe('lights', () => {
  it.each<readonly [Values, string | null]>([
    [{ due: '2026-03-20' }, 'green'],
    [{ due: '2026-03-05' }, 'green'],
    [{ due: '2026-03-04' }, 'yellow'],
    [{ due: '2026-03-03' }, 'yellow'],
    [{ due: '2026-03-02' }, 'red'],
    [{ due: '2026-03-01' }, 'red'],
    [{ due: '2026-02-28' }, 'red'],
    [{ due: '2026-02-28', status: '已办结' }, null],
    [{ due: '2026-02-28', doneDate: '2026-02-27' }, null],
    [{ due: '2026-02-28', status: '已中止' }, null],
    [{ due: '长期' }, 'green'],
    [{ due: null }, null],
    [{ due: '2026-02-28', extendedTo: '2026-03-20', extensionFiled: '2026-02-20', extensionApprover: '主席' }, 'green'],
    [{ due: '2026-02-28', extendedTo: '2026-03-20', extensionFiled: '2026-03-01', extensionApprover: '主席' }, 'red'],
    // asked for in time, not granted (yet)
    [{ due: '2026-02-28', extendedTo: '2026-03-20', extensionFiled: '2026-02-20' }, 'red'],
  ])('%j is %s on 1 March', (change, light) => {
    expect(lightOf({ ...sampleTask, ...change }, context)?.light ?? null).toBe(light)
  })

  it('counts days, negative when overdue', () => {
    expect(daysLeft({ ...sampleTask, due: '2026-03-04' }, context.today)).toBe(3)
    expect(daysLeft({ ...sampleTask, due: '2026-02-27' }, context.today)).toBe(-2)
    expect(daysLeft({ ...sampleTask, due: '每月末' }, context.today)).toBeUndefined()
  })
})

describe('rules', () => {
  it('say nothing of a sound task', () => {
    expect(codes({})).toEqual([])
  })

  it.each<readonly [string, Values, readonly string[]]>([
    ['exactly one lead', { lead: '财务部、组织部' }, ['task/one-lead']],
    ['joint handling needs others', { mode: '会办' }, ['task/co-handlers']],
    ['passing on needs a receiver', { mode: '转办' }, ['task/receiver']],
    [
      'C15 due before assigned',
      { due: '2026-01-31', status: '已办结', doneDate: '2026-02-02', feedbackDate: '2026-02-03' },
      ['task/due-order'],
    ],
    [
      'C15 done in the future',
      { status: '已办结', doneDate: '2027-01-01', feedbackDate: '2026-02-03' },
      ['task/done-order'],
    ],
    [
      'overdue without reason or reminder',
      { due: '2026-02-20' },
      ['task/overdue-reason', 'task/light-red', 'task/never-urged'],
    ],
    [
      'overdue with both',
      { due: '2026-02-20', reason: '等文件', nextStep: '催文件', urged: '2.25 电话' },
      ['task/light-red'],
    ],
    [
      'an extension filed too late and incomplete',
      {
        due: '2026-02-20',
        extendedTo: '2026-04-01',
        extensionFiled: '2026-02-25',
        reason: '等',
        nextStep: '催',
        urged: '1',
      },
      ['task/light-red', 'task/extension-late', 'task/extension-incomplete', 'task/extension-pending'],
    ],
    ['an urgent task without a day', { urgency: '特急', due: '长期' }, ['task/urgent-due']],
    ['C15 assigned in another year', { assigned: '2025-12-01' }, ['task/other-year']],
    ['the lead among the others', { co: '财务部' }, ['task/lead-among-co']],
    ['two matters in one row', { task: '1.修订办法；2.组织培训' }, ['task/one-matter']],
    ['missing parts, named', { leader: null, source: null }, ['task/incomplete']],
  ])('%s', (_, change, expected) => {
    expect(codes(change)).toEqual(expected)
  })

  it('let a draft be saved however incomplete: only the task itself is required', () => {
    expect(
      validateRows(taskSheet, [{ values: { task: '某事' }, location: {} }], context).map(({ code }) => code),
    ).toEqual(['task/incomplete'])
    const blocking = taskSheet.rules.filter((rule) => rule.blocks === 'save')
    expect(blocking).toEqual([])
  })
})
