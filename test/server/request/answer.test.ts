// Answers that are sent in pieces, over a real connection.
import { describe, expect, it } from 'vitest'
import { getRequestListener } from '@hono/node-server'
import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { releaseChunks, toResponse } from '#server/request/answer.ts'

const megabyte = 1_048_576

describe('chunks', () => {
  it('are given back only where nothing else lies in the same memory', () => {
    const alone = new Uint8Array(100)
    const piece = Buffer.from('a few letters')
    releaseChunks([alone, piece])
    expect([alone.byteLength, piece.toString()]).toEqual([0, 'a few letters'])
  })

  it('reach a slow reader whole before they are given back, more than any buffer on the way takes', async () => {
    const chunks = Array.from({ length: 24 }, (_, i) => new Uint8Array(megabyte).fill(i))
    let finished = false
    const handle = getRequestListener((_, env) => {
      if ('writeHead' in env.outgoing)
        env.outgoing.once('finish', () => {
          finished = true
          releaseChunks(chunks)
        })
      return toResponse({ type: 'stream', contentType: 'application/octet-stream', chunks })
    })
    const server = createServer((request, response) => void handle(request, response))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const response = await new Promise<IncomingMessage>((resolve) => get({ port, host: '127.0.0.1' }, resolve))
    await new Promise((resolve) => setTimeout(resolve, 200))
    // nobody has read a byte of the body: not all of it can have left
    expect([finished, chunks.at(-1)?.byteLength]).toEqual([false, megabyte])
    const parts: Buffer[] = []
    for await (const part of response) parts.push(part as Buffer)
    const body = Buffer.concat(parts)
    expect(body.byteLength).toBe(24 * megabyte)
    expect(chunks.every((_, i) => body.subarray(i * megabyte, (i + 1) * megabyte).every((byte) => byte === i))).toBe(
      true,
    )
    expect(chunks.every(({ byteLength }) => byteLength === 0)).toBe(true)
    await new Promise((resolve) => server.close(resolve))
  })
})
