// What checkDefinition finds wrong in a definition.
import { describe, expect, it } from 'vitest'
import { checkDefinition } from '#shared/definition/check.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Transition } from '#shared/definition/workflow.ts'
import { words } from '#shared/kernel/words.ts'
import { ledgerColumn, ledgerDefinition } from '#test/arbitrary/ledgerDefinition.ts'

const faults = (change: Partial<SheetDefinition>): string =>
  checkDefinition({ ...ledgerDefinition, ...change })
    .map(({ path, fault }) => `${path}: ${fault}`)
    .join('\n')

const [rule] = ledgerDefinition.rules
/** One step of its own, from and to the initial state, that finance may take. */
const stepping = (more: Partial<Transition>): Partial<SheetDefinition> => {
  const { workflow } = ledgerDefinition
  const step = { name: 'mark', label: words('记', '記', 'mark'), from: [workflow.initial], to: workflow.initial }
  return { workflow: { ...workflow, transitions: [...workflow.transitions, { ...step, by: ['finance'], ...more }] } }
}

describe('checkDefinition', () => {
  it('finds nothing wrong with a sound definition', () => {
    expect(checkDefinition(ledgerDefinition)).toEqual([])
  })

  it.each<readonly [string, Partial<SheetDefinition>, string]>([
    [
      'a synonym of two columns',
      { columns: { ...ledgerDefinition.columns, other: ledgerColumn('text', '其他', { synonyms: ['名 称'] }) } },
      '“名称” also leads to name',
    ],
    [
      'a choice spelled like another',
      {
        columns: {
          ...ledgerDefinition.columns,
          side: ledgerColumn('choice', '方向', {
            choices: [
              { value: '收', label: words('收', '收', 'in'), synonyms: ['入'] },
              { value: '入', label: words('入', '入', 'in'), synonyms: [] },
            ],
          }),
        },
      },
      '“入” is both 收 and 入',
    ],
    ['a key that does not exist', { naturalKey: ['nothing'] }, 'naturalKey: no column nothing'],
    ['a rule of another kind', { rules: [{ ...rule!, code: 'budget/x' }] }, 'codes begin with ledger/'],
    ['a rule twice', { rules: [rule!, rule!] }, 'code used twice'],
    [
      'a rule without citation',
      { rules: [{ ...rule!, citation: { source: '', clause: '', certainty: 'house' } }] },
      'no citation',
    ],
    [
      'an error that says not what it blocks',
      { rules: [{ ...rule!, severity: 'error' }] },
      'an error says what it blocks',
    ],
    [
      'an uncertain source that blocks',
      {
        rules: [
          {
            ...rule!,
            severity: 'error',
            blocks: 'save',
            citation: { source: 'x', clause: 'y', certainty: 'memory-medium' },
          },
        ],
      },
      'an uncertain source never blocks',
    ],
    [
      'other places in English',
      { rules: [{ ...rule!, message: words('{a}', '{a}', '{b}') }] },
      'en uses other {places}',
    ],
    [
      'a state that does not exist',
      { workflow: { ...ledgerDefinition.workflow, initial: 'nowhere' } },
      'workflow.initial: no state nowhere',
    ],
    [
      'a state never reached',
      {
        workflow: {
          ...ledgerDefinition.workflow,
          states: [
            ...ledgerDefinition.workflow.states,
            { name: 'island', label: words('岛', '島', 'island'), locked: false },
          ],
        },
      },
      'island is never reached',
    ],
    [
      'an admin with business rights',
      {
        workflow: {
          ...ledgerDefinition.workflow,
          permissions: [{ role: 'admin', states: ['draft'], actions: ['read'], reach: 'unit' }],
        },
      },
      'an admin has no business rights',
    ],
    ['a step expected of who may not', stepping({ expectedOf: ['chair'] }), 'expected of chair, who may not do it'],
    ['a step that writes the natural key', stepping({ fills: { code: 'actor' } }), 'code says which row it is'],
    ['a step that writes a day into a text', stepping({ fills: { note: 'today' } }), 'note cannot hold'],
    ['a step that writes no choice of it', stepping({ fills: { side: { value: '无' } } }), 'side cannot hold'],
    [
      'an event that settles no rule',
      {
        workflow: {
          ...ledgerDefinition.workflow,
          events: [
            {
              name: 'urge',
              label: words('催', '催', 'urge'),
              by: ['finance'],
              states: [],
              fields: [],
              settles: ['ledger/none'],
            },
          ],
        },
      },
      'no row rule ledger/none',
    ],
    ['a missing upgrade', { version: 2 }, 'upgrades: no upgrade to 2'],
    [
      'a required column not printed',
      { layout: { ...ledgerDefinition.layout, columns: ['code'] } },
      'required column name is not printed',
    ],
  ])('names %s', (_, change, expected) => {
    expect(faults(change)).toContain(expected)
  })
})
