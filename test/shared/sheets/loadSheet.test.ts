// Kinds one by one and kinds together are the same kinds.
import { describe, expect, it } from 'vitest'
import { sheets } from '#shared/sheets/index.ts'
import { loadSheet } from '#shared/sheets/loadSheet.ts'

describe('a kind by itself', () => {
  it('is there for every kind, in their order, and differs only in what others say of it', async () => {
    const alone = await Promise.all(Object.values(loadSheet).map((load) => load()))
    expect(Object.keys(loadSheet)).toEqual(sheets.map(({ kind }) => kind))
    expect(alone.map(({ kind }) => kind)).toEqual(sheets.map(({ kind }) => kind))
    for (const [at, { words: _own, ...rest }] of alone.entries()) expect(sheets[at]).toMatchObject(rest)
  })
})
