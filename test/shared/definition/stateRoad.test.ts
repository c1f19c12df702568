// The road through a workflow: of every kind, from every state.
import { describe, expect, it } from 'vitest'
import { stateRoad } from '#shared/definition/stateRoad.ts'
import { sheets } from '#shared/sheets/index.ts'

const everyState = sheets.flatMap(({ kind, workflow }) =>
  workflow.states.map(({ name }) => [kind, name, workflow] as const),
)

describe('the road of a row', () => {
  it.each(everyState)(
    'of %s at %s goes by steps that there are, from the beginning on, and through no state twice',
    (...each) => {
      const [, state, workflow] = each
      const { behind, ahead } = stateRoad(workflow, state)
      const road = [...behind, state, ...ahead]
      expect(road[0]).toBe(workflow.initial)
      expect(new Set(behind).size).toBe(behind.length)
      expect(new Set(ahead).size).toBe(ahead.length)
      for (const [at, to] of road.slice(1).entries())
        expect(
          workflow.transitions.some((step) => step.from.includes(road[at] ?? '') && step.to === to),
          `${road[at]} → ${to}`,
        ).toBe(true)
    },
  )

  it('leaves side roads aside: a task in hand is reported, closed and filed, without an extension', () => {
    const task = sheets.find(({ kind }) => kind === 'task')
    if (!task) throw new Error('no task')
    const labels = new Map(task.workflow.states.map(({ name, label }) => [name, label['zh-Hans']]))
    const inHand = task.workflow.states.find(({ label }) => label['zh-Hans'] === '承办中')?.name ?? ''
    const { behind, ahead } = stateRoad(task.workflow, inHand)
    expect(behind.map((name) => labels.get(name))).toEqual(['已登记', '拟办中', '批办中'])
    expect(ahead.map((name) => labels.get(name))).toEqual(['已反馈', '审结中', '已办结', '已归档'])
  })
})
