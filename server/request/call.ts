// What a handler is given and how it is typed from the contract.
import type { BodyOf } from '#shared/contract/decodeBody.ts'
import type { SmallBody } from '#shared/contract/bodies.ts'
import type { routes, RouteName } from '#shared/contract/routes.ts'
import type { Locale } from '#shared/kernel/words.ts'
import type { PullRequest, SealedPush } from '#shared/sync/record.ts'
import type { Principal } from '../auth/principal.ts'
import type { Answer } from './answer.ts'
import type { SentPush } from './decodeFor.ts'

type RouteOf<N extends RouteName> = Extract<(typeof routes)[number], { readonly name: N }>

type BodyTypes = { readonly [N in SmallBody]: BodyOf<N> } & {
  readonly Bytes: Uint8Array<ArrayBuffer>
  readonly PushRequest: SentPush
  readonly PullRequest: PullRequest
  readonly VouchRequest: readonly SealedPush[]
}

/** Decoded body of a route; null for none. */
export type CallBody<N extends RouteName> = RouteOf<N>['body'] extends infer B
  ? B extends keyof BodyTypes
    ? BodyTypes[B]
    : null
  : never

export interface Call<N extends RouteName = RouteName> {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly headers: Headers
  readonly body: CallBody<N>
  /** Signed-in person; for public routes an anonymous stand-in without grants. */
  readonly principal: Principal
  readonly locale: Locale
  readonly requestId: string
  /** Peer address, or the client's as a trusted proxy names it. */
  readonly address: string
  /** Fires when whoever asked has gone. */
  readonly signal: AbortSignal
}

export type Handler<N extends RouteName> = (call: Call<N>) => Promise<Answer>

/** Any of them: called with a call that was decoded by the route's own body name. */
export type AnyHandler = (call: never) => Promise<Answer>

export type Handlers = { readonly [N in RouteName]: Handler<N> }

/** Some routes: each file of routes/ makes those of one resource. */
export type HandlersOf<N extends RouteName> = Pick<Handlers, N>

export const anonymous: Principal = { userId: '', name: '', sessionId: null, grants: [] }
