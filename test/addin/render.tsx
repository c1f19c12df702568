// Draws one pane with its surroundings in jsdom; the server is an exchange that answers from a table.
import { FluentProvider } from '@fluentui/react-components'
import { cleanup, render } from '@testing-library/react'
import type { ReactElement } from 'react'
import { afterEach } from 'vitest'
import { theme } from '#addin/looks/theme.ts'
import type { Ask, Exchange, Reply } from '#addin/server/exchange.ts'
import { createServerClient } from '#addin/server/serverClient.ts'
import { ServicesProvider, type Services } from '#addin/session/services.ts'
import { LanguageProvider, useLanguageState } from '#addin/session/useLanguage.ts'
import { UserProvider } from '#addin/session/useSession.ts'
import { ok } from '#shared/kernel/result.ts'
import { sampleReportDefinition, sampleSheet, sampleUser } from './samples.ts'

afterEach(cleanup)

const sheets = Promise.resolve([sampleSheet])
const reports = Promise.resolve([sampleReportDefinition])

/** `GET /api/v1/units` → what comes back; a path that is not named answers 404. */
export type Answers = Readonly<Record<string, unknown>>

export interface Drawn {
  readonly asks: readonly Ask[]
  readonly saved: readonly string[]
  /** Ends the session as a 401 would. */
  readonly expire: () => void
}

function Surroundings({ services, children }: { readonly services: Services; readonly children: ReactElement }) {
  return (
    <ServicesProvider value={services}>
      <FluentProvider theme={theme}>
        <Speaking>{children}</Speaking>
      </FluentProvider>
    </ServicesProvider>
  )
}

function Speaking({ children }: { readonly children: ReactElement }) {
  const language = useLanguageState('zh-Hans')
  return (
    <LanguageProvider value={language}>
      <UserProvider value={sampleUser}>{children}</UserProvider>
    </LanguageProvider>
  )
}

function toReply(answer: unknown): Reply {
  if (answer instanceof Blob) return { status: 200, text: '', body: answer }
  const isProblem = typeof answer === 'object' && answer !== null && 'status' in answer && 'requestId' in answer
  const status = isProblem ? Number(answer.status) : 200
  return { status, text: JSON.stringify(answer ?? null), body: null }
}

export function draw(pane: ReactElement, answers: Answers = {}): Drawn {
  const asks: Ask[] = []
  const saved: string[] = []
  let expire = () => {}
  const kept = new Map<string, string>()
  const exchange: Exchange = (ask) => {
    asks.push(ask)
    const key = `${ask.method} ${ask.url.split('?')[0] ?? ''}`
    const missing = { type: '', title: '', status: 404, detail: `没有 ${key}`, code: 'unknown', requestId: 'r404' }
    return Promise.resolve(ok(toReply(Object.hasOwn(answers, key) ? answers[key] : missing)))
  }
  const services: Services = {
    client: createServerClient({ origin: '', exchange, newRequestId: () => 'q', onSignedOut: () => expire() }),
    sheets: [sampleSheet],
    reports: [sampleReportDefinition],
    loadSheets: () => sheets,
    loadKinds: () => sheets,
    loadReports: () => reports,
    memory: {
      read: (key) => kept.get(key) ?? null,
      write: (key, value) => void (value === null ? kept.delete(key) : kept.set(key, value)),
    },
    now: () => new Date('2026-10-21T12:00:00.000Z'),
    newId: () => 'ref-1',
    saveFile: (name) => saved.push(name),
    print: () => saved.push('printed'),
    listenForExpiry(listener) {
      expire = listener
      return () => {}
    },
  }
  globalThis.matchMedia ??= (query: string) =>
    ({ matches: false, media: query, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList // jsdom has none
  if (!('scrollIntoView' in Element.prototype)) Object.assign(Element.prototype, { scrollIntoView() {} }) // nor this
  render(<Surroundings services={services}>{pane}</Surroundings>)
  return { asks, saved, expire: () => expire() }
}

/** The JSON that was sent; undefined for files and for nothing. */
export function sentBody(ask: Ask | undefined): unknown {
  return typeof ask?.body === 'string' ? JSON.parse(ask.body) : undefined
}
