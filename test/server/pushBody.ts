// A sound push as it goes over the wire, for tests to spoil in one place.
import { randomBytes } from 'node:crypto'

export const partition = 'u1/budget/2026'
let ids = 0

export function freshId(): string {
  const tail = (++ids).toString(16).padStart(12, '0')
  return `01a1fcf7-0000-7000-8000-${tail}`
}

export function freshPushId(): string {
  return randomBytes(16).toString('hex')
}

export interface WireOp {
  readonly op: string
  readonly [key: string]: unknown
}

export function createOp(values: Readonly<Record<string, unknown>> = {}, id = freshId()): WireOp {
  const sound = {
    side: '支出',
    accountCode: '50101',
    accountName: '职工教育支出',
    project: `项目${id.slice(-6)}`,
    budget: '123456',
  }
  return { op: 'create', id, p: partition, values: { ...sound, ...values } }
}

export function pushBody(ops: readonly WireOp[] = [createOp()], more: Readonly<Record<string, unknown>> = {}) {
  return {
    pushId: freshPushId(),
    api: 1,
    schema: { budget: 1 },
    workbook: 'test',
    witness: [] as readonly unknown[],
    mode: 'groups',
    dryRun: false,
    confirmedDeletes: 0,
    groups: ops.map((op, index) => ({ g: index + 1, ops: [op] })) as readonly unknown[],
    ...more,
  }
}
