// The door to the server as the client core sees it: HTTP, in process, or a faulty network in a simulation.
import type { Result } from '../../kernel/result.ts'
import type {
  Hello,
  Point,
  PullPage,
  PullRequest,
  PushEnvelope,
  PushId,
  PushResult,
  SealedPush,
  TransportRefusal,
} from '../record.ts'

export interface SyncTransport {
  hello(): Promise<Result<Hello, TransportRefusal>>
  /** `unchanged: true` where the server answered 304 for this point (P-9). */
  head(point: Point | null): Promise<Result<{ readonly unchanged: boolean; readonly head: Point }, TransportRefusal>>
  pull(request: PullRequest): Promise<Result<PullPage, TransportRefusal>>
  push(envelope: PushEnvelope): Promise<Result<PushResult, TransportRefusal>>
  /** null: the server knows no such push (404). */
  receipt(pushId: PushId): Promise<Result<PushResult | null, TransportRefusal>>
  /** Which of them this server acknowledged to this person, word for word: by their seals, even where it has lost them. */
  vouch(pushes: readonly SealedPush[]): Promise<Result<ReadonlySet<PushId>, TransportRefusal>>
}
