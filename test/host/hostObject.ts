// An object of the host as a request sees it, and how behaviour is given to a type of the API.
import type { Area } from './model/area.ts'
import type { Book } from './model/book.ts'

/** `self` is what the behaviour of the type works on: a sheet, a place, a table. */
export interface HostObject {
  readonly type: string
  readonly self: unknown
}

/** The workbook and what a behaviour may ask of the host. */
export interface HostWorld {
  readonly book: Book
  /** The place from now on follows its cells when others are inserted or deleted. */
  keep(area: Area): Area
  /** All places that follow their cells. */
  areas(): Iterable<Area>
  /** Raised at the end of the batch, unless events are off. */
  raise(event: HostEvent): void
  readonly runtime: { enableEvents: boolean }
}

export interface HostEvent {
  /** Number of the event's type on the wire. */
  readonly type: number
  readonly targetId: string
  readonly args: Readonly<Record<string, unknown>>
}

type Get<S> = { take(self: S, world: HostWorld): unknown }['take']
type Put<S> = { take(self: S, value: unknown, world: HostWorld): void }['take']
type Call<S> = { take(self: S, args: readonly unknown[], world: HostWorld): unknown }['take']

export interface Rest<S> {
  readonly get: { take(self: S, name: string): unknown }['take']
  readonly put: { take(self: S, named: { readonly name: string; readonly value: unknown }): void }['take']
}

export interface Behaviour<S> {
  /** Scalars, and navigations (which give a HostObject). Names as in the API. */
  readonly get?: Readonly<Record<string, Get<S>>>
  readonly put?: Readonly<Record<string, Put<S>>>
  /** A HostObject, null for a null object, or the plain result. */
  readonly call?: Readonly<Record<string, Call<S>>>
  /** Of a collection: what it holds, in order. */
  readonly items?: Get<S>
  /** Of a collection: getItem; by default the item whose `id` or `name` is the key. */
  readonly find?: { take(self: S, key: unknown, world: HostWorld): HostObject | null }['take']
  /** Stands for the object in later requests. */
  readonly id?: { take(self: S): string | number }['take']
  /** Events that may be registered, with their number on the wire. */
  readonly events?: Readonly<Record<string, number>>
  /** Scalars of the type that are not named above: kept and given back. Without it they are refused. */
  readonly rest?: Rest<S>
}

export type Behaviours = Readonly<Record<string, Behaviour<never>>>

export function behave<S>(behaviour: Behaviour<S>): Behaviour<never> {
  return behaviour as Behaviour<never>
}

export function toObject(type: string, self: unknown): HostObject {
  return { type, self }
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === 'object' && value !== null && 'type' in value && 'self' in value
}

/** Scalars that only matter to the pane: they lie in a bag, with these first values. */
export function bagOf<S>(
  bag: (self: S) => Map<string, unknown>,
  first: Readonly<Record<string, unknown>> = {},
): Rest<S> {
  return {
    get: (self, name) => (bag(self).has(name) ? bag(self).get(name) : (first[name] ?? null)),
    put: (self, { name, value }) => void bag(self).set(name, value),
  }
}

/** An argument that is to be text; '' when it was left out. */
export function textOf(value: unknown): string {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : ''
}
