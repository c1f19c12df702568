// Deliberate faults of the protocol, made by bending what goes through the doors: a check that never fails proves nothing.
import type { WorkbookEdit } from '#shared/workbook/port.ts'
import type { Values } from '#shared/kernel/value.ts'
import type { WorkbookState } from '#shared/sync/state/base.ts'
import { decodeState } from '#shared/sync/state/decodeState.ts'
import { encodeState } from '#shared/sync/state/encodeState.ts'
import type { Op, PushEnvelope } from '#shared/sync/record.ts'
import { idColumn } from './desk.ts'
import { purse, pursePartition } from './purse.ts'
import type { Mutant } from './history.ts'
import type { World } from './world.ts'

function bendState(
  edits: readonly WorkbookEdit[],
  change: (state: WorkbookState) => WorkbookState,
): readonly WorkbookEdit[] {
  return edits.map((edit) => {
    if (edit.type !== 'setState') return edit
    const state = decodeState(edit.rows)
    return state.ok ? { ...edit, rows: encodeState(change(state.value)) } : edit
  })
}

async function currentValues({ store, people }: World): Promise<ReadonlyMap<string, Values>> {
  const [person] = people
  const list = person && (await store.listRecords(pursePartition, person))
  return new Map((list?.rows ?? []).map(({ id, values }) => [id, values]))
}

function mapOps(envelope: PushEnvelope, change: (op: Op) => Op): PushEnvelope {
  return { ...envelope, groups: envelope.groups.map(({ g, ops }) => ({ g, ops: ops.map(change) })) }
}

export const mutants: Readonly<Record<string, Mutant>> = {
  'last writer wins': {
    seed: 30,
    bendPush: async (envelope, world) => {
      const now = await currentValues(world)
      return mapOps(envelope, (op) => {
        const values = now.get(op.id)
        if (op.op !== 'update' || !values) return op
        return { ...op, base: Object.fromEntries(Object.keys(op.set).map((key) => [key, values[key] ?? null])) }
      })
    },
  },
  'half a group is applied': {
    bendPush: (envelope) => {
      const ops = envelope.groups.flatMap((group) => group.ops)
      return { ...envelope, groups: ops.map((op, index) => ({ g: index + 1, ops: [op] })) }
    },
  },
  'pending is not saved (W1)': {
    bendEdits: (edits) => bendState(edits, (state) => ({ ...state, pending: null })),
  },
  'the cursor is saved before the rows (W3)': {
    seed: 10,
    bendEdits: (edits) => [
      ...edits.filter(({ type }) => type === 'setState'),
      ...edits.filter(({ type }) => type !== 'setState'),
    ],
  },
  'ancestors are not saved (W9)': {
    bendEdits: (edits) => bendState(edits, (state) => ({ ...state, ancestors: new Map() })),
  },
  'ids of new rows are not written': {
    bendEdits: (edits) =>
      edits.map((edit) =>
        edit.type === 'setCells' && edit.cells.every(({ column }) => column === idColumn)
          ? { ...edit, cells: [] }
          : edit,
      ),
  },
  'equal amounts of both sides count as agreed (M2)': {
    definition: { ...purse, layout: { ...purse.layout, totals: [] } },
    loose: true,
  },
  // The slowest of the classical faults: a resent push is usually stopped by its base values.
  'the server keeps no push ids (N4)': { forgetful: true, seed: 90 },
}
