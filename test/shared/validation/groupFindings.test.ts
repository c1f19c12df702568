// Findings grouped by the step that clears most.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupFindings } from '#shared/validation/groupFindings.ts'
import type { Finding } from '#shared/kernel/finding.ts'

const finding = (code: string, severity: Finding['severity'], column?: string, fix?: Finding['fix']): Finding => ({
  code,
  severity,
  location: column === undefined ? {} : { column },
  params: {},
  ...(fix ? { fix } : {}),
})

describe('groupFindings', () => {
  it('V40 joins findings that one mapping clears, whatever their code', () => {
    const fix = { type: 'mapColumn', header: '测算依据', column: 'basis' } as const
    const groups = groupFindings([
      finding('a', 'warning', 'x'),
      finding('b', 'error', 'y', fix),
      finding('c', 'error', 'z', fix),
    ])
    expect(groups.map((group) => [group.code, group.findings, group.fix])).toEqual([
      ['b', [1, 2], fix],
      ['a', [0], null],
    ])
  })

  it('V40 puts every finding in exactly one group, errors first, larger groups first', () => {
    const any = fc.record({
      code: fc.constantFrom('a', 'b', 'c'),
      severity: fc.constantFrom('error' as const, 'warning' as const, 'hint' as const),
      column: fc.constantFrom('x', 'y'),
    })
    fc.assert(
      fc.property(fc.array(any), (list) => {
        const groups = groupFindings(list.map((entry) => finding(entry.code, entry.severity, entry.column)))
        expect(groups.flatMap((group) => group.findings).sort((a, b) => a - b)).toEqual(list.map((_, index) => index))
        const order = groups.map(
          (group) => ['error', 'warning', 'hint'].indexOf(group.severity) * 10_000 - group.findings.length,
        )
        expect(order).toEqual([...order].sort((a, b) => a - b))
      }),
    )
  })
})
