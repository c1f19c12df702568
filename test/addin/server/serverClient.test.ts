// What the client makes of answers, refusals and broken connections.
import { describe, expect, it } from 'vitest'
import type { Ask, Exchange, Reply } from '#addin/server/exchange.ts'
import { createServerClient, fillPath } from '#addin/server/serverClient.ts'
import { ok } from '#shared/kernel/result.ts'

const problem = { type: 'about:blank', title: 't', status: 422, detail: '说明', code: 'invalid', requestId: 'r1' }

function clientThat(answer: Partial<Reply>) {
  const asks: Ask[] = []
  let signedOut = 0
  const exchange: Exchange = (ask) => {
    asks.push(ask)
    return Promise.resolve(ok({ status: 200, text: '', body: null, ...answer }))
  }
  const client = createServerClient({
    origin: '',
    exchange,
    newRequestId: () => 'q1',
    onSignedOut: () => (signedOut += 1),
  })
  return { client, asks, signedOut: () => signedOut }
}

describe('the door to the server', () => {
  it('goes by the routes of the contract, with token, language and request id', async () => {
    const { client, asks } = clientThat({ text: '[]' })
    client.setToken('secret')
    client.setLocale('en')
    const answer = await client.call('recordHistory', null, { params: { id: 'a/b' }, query: { field: 'amount' } })
    expect(answer).toEqual({ ok: true, value: [] })
    expect(asks[0]).toMatchObject({
      method: 'GET',
      url: '/api/v1/records/a%2Fb/history?field=amount',
      headers: { Authorization: 'Bearer secret', 'Accept-Language': 'en', 'X-Request-Id': 'q1' },
      body: null,
    })
  })

  it('gives problems as they were said, and anything else as an unknown outcome', async () => {
    expect(await clientThat({ status: 422, text: JSON.stringify(problem) }).client.call('listUnits', null)).toEqual({
      ok: false,
      error: { kind: 'problem', problem },
    })
    for (const text of ['<html>proxy</html>', '{"a":1}'])
      expect(await clientThat({ status: 502, text }).client.call('listUnits', null)).toEqual({
        ok: false,
        error: { kind: 'network', detail: 'HTTP 502' },
      })
  })

  it('says when a session ended, but not when a sign-in was refused', async () => {
    const ended = clientThat({ status: 401, text: JSON.stringify({ ...problem, status: 401 }) })
    await ended.client.call('signIn', { name: 'a', password: 'b' })
    expect(ended.signedOut()).toBe(0)
    ended.client.setToken('old')
    await ended.client.call('listUnits', null)
    expect(ended.signedOut()).toBe(1)
  })

  it('does not end a session over a late answer to the one before it', async () => {
    const late = clientThat({ status: 401, text: JSON.stringify({ ...problem, status: 401 }) })
    late.client.setToken('of the administrator who signed out')
    const answer = late.client.call('listUnits', null)
    late.client.setToken('of the clerk who signed in')
    expect(await answer).toMatchObject({ ok: false, error: { kind: 'problem' } })
    expect(late.signedOut()).toBe(0)
  })

  it('asks for files as files and sends files as bytes', async () => {
    const body = new Blob(['x'])
    const file = clientThat({ body })
    expect(
      await file.client.call('template', null, { params: { kind: 'k' }, query: { unit: 'u', year: '2026' } }),
    ).toEqual({
      ok: true,
      value: body,
    })
    expect(file.asks[0]?.wants).toBe('file')
    await file.client.call('uploadImport', body, { query: { name: '表 1.xls' } })
    expect(file.asks[1]).toMatchObject({
      headers: { 'Content-Type': 'application/octet-stream' },
      url: '/api/v1/imports?name=%E8%A1%A8+1.xls',
    })
  })

  it('refuses a path with a place left open: that is a bug', () => {
    expect(() => fillPath('/a/:id', {})).toThrow(':id')
  })
})
