// What each endpoint of contract/routes takes and answers, as types: one line per route, checked to be complete.
import type { ImportAnalysis, ImportRequest, ImportTable } from '#shared/contract/importResources.ts'
import type {
  ChainReport,
  GrantsRequest,
  HistoryEntry,
  KindInfo,
  OpenSession,
  PartitionInfo,
  PasswordRequest,
  PublishRequest,
  PushReport,
  PushSummary,
  ReportInfo,
  ReportTable,
  RecordList,
  SessionInfo,
  SetupRequest,
  SetupStatus,
  SignInRequest,
  UndoReport,
  UndoRequest,
  UnitInfo,
  UnitRequest,
  UserInfo,
  UserRequest,
  Vouched,
  WorkbookPreview,
} from '#shared/contract/resources.ts'
import type {
  ConfirmRequest,
  PolicyFileRequest,
  PolicyInfo,
  SeriesAnswer,
  UnitPolicyRequest,
} from '#shared/contract/policyResources.ts'
import type {
  DelegationDesk,
  DelegationRequest,
  ExemptionDesk,
  ExemptionRequest,
  PersonsInfo,
  PersonsRequest,
} from '#shared/contract/rightsResources.ts'
import type { LinkedStanding } from '#shared/validation/linkedStanding.ts'
import type { RouteName } from '#shared/contract/routes.ts'
import type { RecordId, Value } from '#shared/kernel/value.ts'
import type { Consulted, Entry } from '#shared/review/proceeding.ts'
import type { LightHistory } from '#shared/review/lightHistory.ts'
import type { Desk, NoticeList, ReviewInfo } from '#shared/review/reviewInfo.ts'
import type { Hello, Point, PullRequest, PushResult } from '#shared/sync/record.ts'

interface MoveWish {
  readonly pushId: string
  readonly transition: string
  readonly rows: readonly { readonly id: string; readonly rv: string; readonly seen: string }[] | null
  readonly seen: string
  readonly reason: string
  readonly consulted: readonly Consulted[] | null
  readonly dryRun: boolean
}

interface Endpoint<Body, Answer> {
  readonly body: Body
  readonly answer: Answer
}

/** Routes that the pages call; `null` for no body or no answer, Blob for files. */
export interface Endpoints {
  readonly hello: Endpoint<null, Hello>
  readonly setupStatus: Endpoint<null, SetupStatus>
  readonly setup: Endpoint<SetupRequest, SessionInfo>
  readonly signIn: Endpoint<SignInRequest, SessionInfo>
  readonly whoAmI: Endpoint<null, SessionInfo>
  readonly signOut: Endpoint<null, null>
  readonly listSessions: Endpoint<null, readonly OpenSession[]>
  readonly endSession: Endpoint<null, null>
  readonly changePassword: Endpoint<PasswordRequest, null>
  readonly listUnits: Endpoint<null, readonly UnitInfo[]>
  readonly createUnit: Endpoint<UnitRequest, UnitInfo>
  readonly listUsers: Endpoint<null, readonly UserInfo[]>
  readonly createUser: Endpoint<UserRequest, UserInfo>
  readonly setGrants: Endpoint<GrantsRequest, UserInfo>
  readonly disableUser: Endpoint<null, null>
  readonly listDelegations: Endpoint<null, DelegationDesk>
  readonly delegate: Endpoint<DelegationRequest, { readonly id: string }>
  readonly revokeDelegation: Endpoint<null, null>
  readonly listExemptions: Endpoint<null, ExemptionDesk>
  readonly declareExemption: Endpoint<ExemptionRequest, { readonly id: string }>
  readonly revokeExemption: Endpoint<null, null>
  readonly readPersons: Endpoint<null, PersonsInfo>
  readonly setPersons: Endpoint<PersonsRequest, null>
  readonly listKinds: Endpoint<null, readonly KindInfo[]>
  readonly template: Endpoint<null, Blob>
  readonly listReports: Endpoint<null, readonly ReportInfo[]>
  readonly report: Endpoint<null, ReportTable>
  readonly reportWorkbook: Endpoint<null, Blob>
  readonly listPartitions: Endpoint<null, readonly PartitionInfo[]>
  readonly listRecords: Endpoint<null, RecordList>
  readonly downloadWorkbook: Endpoint<null, Blob>
  readonly recordHistory: Endpoint<null, readonly HistoryEntry[]>
  readonly recordLights: Endpoint<null, LightHistory>
  readonly review: Endpoint<null, ReviewInfo>
  readonly proceed: Endpoint<
    { readonly subject: string; readonly entry: Entry },
    { readonly subject: string; readonly receipt: string }
  >
  readonly reveal: Endpoint<
    { readonly record: RecordId; readonly column: string; readonly reason: string },
    { readonly value: Value; readonly logged: boolean }
  >
  readonly move: Endpoint<MoveWish, PushResult>
  readonly notice: Endpoint<null, NoticeList>
  readonly desk: Endpoint<null, Desk>
  /** `unchanged`: the server answered 304 for the point that was named. */
  readonly head: Endpoint<null, { readonly head: Point } | 'unchanged'>
  /** NDJSON: decodePullText reads it. */
  readonly pull: Endpoint<PullRequest, Blob>
  /** As encodePush gives it. */
  readonly push: Endpoint<Readonly<Record<string, unknown>>, PushResult>
  /** Each push as encodePush gives it. */
  readonly vouch: Endpoint<{ readonly pushes: readonly unknown[] }, Vouched>
  readonly receipt: Endpoint<null, PushResult>
  readonly listPushes: Endpoint<null, readonly PushSummary[]>
  readonly undo: Endpoint<UndoRequest, UndoReport>
  readonly uploadImport: Endpoint<Blob, ImportAnalysis>
  readonly planImport: Endpoint<ImportRequest, ImportTable>
  readonly rehearseImport: Endpoint<ImportRequest, PushReport>
  readonly applyImport: Endpoint<ImportRequest, PushReport>
  readonly importedWorkbook: Endpoint<null, Blob>
  readonly uploadWorkbook: Endpoint<Blob, WorkbookPreview>
  readonly publishWorkbook: Endpoint<PublishRequest, PushReport>
  readonly publishedWorkbook: Endpoint<null, Blob>
  readonly linkedStandings: Endpoint<null, readonly LinkedStanding[]>
  readonly seriesDifference: Endpoint<null, SeriesAnswer>
  readonly readPolicy: Endpoint<null, PolicyInfo>
  readonly loadPack: Endpoint<PolicyFileRequest, PolicyInfo>
  readonly confirmPack: Endpoint<ConfirmRequest, PolicyInfo>
  readonly withdrawPack: Endpoint<null, PolicyInfo>
  readonly setUnitPolicy: Endpoint<UnitPolicyRequest, PolicyInfo>
  readonly loadHolidays: Endpoint<PolicyFileRequest, PolicyInfo>
  readonly verifyChain: Endpoint<null, ChainReport>
}

export type EndpointName = keyof Endpoints & RouteName
export type Answer<Name extends EndpointName> = Endpoints[Name]['answer']
export type Body<Name extends EndpointName> = Endpoints[Name]['body']
