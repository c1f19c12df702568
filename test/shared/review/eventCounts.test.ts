// 催办 that is on file is not missed in the row any more; other rows and other findings stay as they are.
import { describe, expect, it } from 'vitest'
import type { Finding } from '#shared/kernel/finding.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import { settleFindings } from '#shared/review/eventCounts.ts'
import { taskSheet } from '#shared/sheets/task.ts'

const [a, b] = ['a', 'b'] as RecordId[]
const finding = (code: string, id: RecordId): Finding => ({ code, severity: 'hint', location: { id }, params: {} })

describe('settleFindings', () => {
  it('leaves out what a logged event settles, of its row only', () => {
    const findings = [finding('task/never-urged', a!), finding('task/light-red', a!), finding('task/never-urged', b!)]
    expect(settleFindings(taskSheet, findings, [{ record: a!, event: 'urge', times: 2 }])).toEqual(findings.slice(1))
    expect(settleFindings(taskSheet, findings, [{ record: a!, event: 'visit', times: 1 }])).toEqual(findings)
    expect(settleFindings(taskSheet, findings, [])).toEqual(findings)
  })
})
