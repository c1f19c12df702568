// Every endpoint: method, path, who may call it, what goes in and out. The server mounts from it, clients call from it,
// OpenAPI and the authorisation tests are derived from it.

export interface Route {
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Hono style, `:id` for parameters. */
  readonly path: string
  /** `admin`: for the units that the person administers · `root`: of the whole server. */
  readonly auth: 'public' | 'user' | 'admin' | 'root'
  /** Names of types in resources.ts, importResources.ts and sync/record.ts. */
  readonly body: string | null
  readonly answer: string
  readonly query?: readonly string[]
  /** Content types other than JSON. */
  readonly takes?: string
  readonly gives?: string
  readonly maxBytes: number
}

const kilobyte = 1024
const megabyte = 1024 * 1024

// prettier-ignore
export const routes = [
  { name: 'livez', method: 'GET', path: '/livez', auth: 'public', body: null, answer: 'Health', maxBytes: 0 },
  { name: 'readyz', method: 'GET', path: '/readyz', auth: 'public', body: null, answer: 'Health', maxBytes: 0 },
  { name: 'openApi', method: 'GET', path: '/api/v1/openapi.json', auth: 'public', body: null, answer: 'OpenApi', maxBytes: 0 },
  { name: 'hello', method: 'GET', path: '/api/v1/hello', auth: 'public', body: null, answer: 'Hello', maxBytes: 0 },

  { name: 'setupStatus', method: 'GET', path: '/api/v1/setup', auth: 'public', body: null, answer: 'SetupStatus', maxBytes: 0 },
  { name: 'setup', method: 'POST', path: '/api/v1/setup', auth: 'public', body: 'SetupRequest', answer: 'SessionInfo', maxBytes: 16 * kilobyte },
  { name: 'signIn', method: 'POST', path: '/api/v1/session', auth: 'public', body: 'SignInRequest', answer: 'SessionInfo', maxBytes: 16 * kilobyte },
  { name: 'whoAmI', method: 'GET', path: '/api/v1/session', auth: 'user', body: null, answer: 'SessionInfo', maxBytes: 0 },
  { name: 'signOut', method: 'DELETE', path: '/api/v1/session', auth: 'user', body: null, answer: 'Nothing', maxBytes: 0 },
  { name: 'listSessions', method: 'GET', path: '/api/v1/sessions', auth: 'user', body: null, answer: 'OpenSession[]', maxBytes: 0 },
  { name: 'endSession', method: 'DELETE', path: '/api/v1/sessions/:id', auth: 'user', body: null, answer: 'Nothing', maxBytes: 0 },
  { name: 'changePassword', method: 'PUT', path: '/api/v1/password', auth: 'user', body: 'PasswordRequest', answer: 'Nothing', maxBytes: 16 * kilobyte },

  { name: 'listUnits', method: 'GET', path: '/api/v1/units', auth: 'user', body: null, answer: 'UnitInfo[]', maxBytes: 0 },
  { name: 'createUnit', method: 'POST', path: '/api/v1/units', auth: 'admin', body: 'UnitRequest', answer: 'UnitInfo', maxBytes: 16 * kilobyte },
  { name: 'listUsers', method: 'GET', path: '/api/v1/users', auth: 'admin', body: null, answer: 'UserInfo[]', maxBytes: 0 },
  { name: 'createUser', method: 'POST', path: '/api/v1/users', auth: 'admin', body: 'UserRequest', answer: 'UserInfo', maxBytes: 16 * kilobyte },
  { name: 'setGrants', method: 'PUT', path: '/api/v1/users/:id/grants', auth: 'admin', body: 'GrantsRequest', answer: 'UserInfo', maxBytes: 64 * kilobyte },
  { name: 'disableUser', method: 'DELETE', path: '/api/v1/users/:id', auth: 'admin', body: null, answer: 'Nothing', maxBytes: 0 },

  { name: 'listDelegations', method: 'GET', path: '/api/v1/delegations', auth: 'user', body: null, answer: 'DelegationDesk', maxBytes: 0 },
  { name: 'delegate', method: 'POST', path: '/api/v1/delegations', auth: 'user', body: 'DelegationRequest', answer: 'DelegationId', maxBytes: 16 * kilobyte },
  { name: 'revokeDelegation', method: 'DELETE', path: '/api/v1/delegations/:id', auth: 'user', body: null, answer: 'Nothing', maxBytes: 0 },

  { name: 'listExemptions', method: 'GET', path: '/api/v1/exemptions', auth: 'user', body: null, answer: 'ExemptionDesk', maxBytes: 0 },
  { name: 'declareExemption', method: 'POST', path: '/api/v1/exemptions', auth: 'user', body: 'ExemptionRequest', answer: 'ExemptionId', maxBytes: 16 * kilobyte },
  { name: 'revokeExemption', method: 'DELETE', path: '/api/v1/exemptions/:id', auth: 'user', body: null, answer: 'Nothing', maxBytes: 0 },

  { name: 'readPersons', method: 'GET', path: '/api/v1/users/:id/persons', auth: 'user', body: null, answer: 'PersonsInfo', maxBytes: 0 },
  { name: 'setPersons', method: 'PUT', path: '/api/v1/users/:id/persons', auth: 'user', body: 'PersonsRequest', answer: 'Nothing', maxBytes: 64 * kilobyte },

  { name: 'listKinds', method: 'GET', path: '/api/v1/kinds', auth: 'user', body: null, answer: 'KindInfo[]', maxBytes: 0 },
  { name: 'template', method: 'GET', path: '/api/v1/kinds/:kind/template', auth: 'user', body: null, answer: 'File', query: ['unit', 'year'], gives: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', maxBytes: 0 },
  { name: 'listReports', method: 'GET', path: '/api/v1/reports', auth: 'user', body: null, answer: 'ReportInfo[]', maxBytes: 0 },
  { name: 'report', method: 'GET', path: '/api/v1/reports/:report/:unit/:year', auth: 'user', body: null, answer: 'ReportTable', maxBytes: 0 },
  { name: 'reportWorkbook', method: 'GET', path: '/api/v1/reports/:report/:unit/:year/workbook', auth: 'user', body: null, answer: 'File', gives: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', maxBytes: 0 },
  { name: 'listPartitions', method: 'GET', path: '/api/v1/partitions', auth: 'user', body: null, answer: 'PartitionInfo[]', maxBytes: 0 },
  { name: 'listRecords', method: 'GET', path: '/api/v1/partitions/:unit/:kind/:year/records', auth: 'user', body: null, answer: 'RecordList', maxBytes: 0 },
  { name: 'downloadWorkbook', method: 'GET', path: '/api/v1/partitions/:unit/:kind/:year/workbook', auth: 'user', body: null, answer: 'File', gives: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', maxBytes: 0 },
  { name: 'recordHistory', method: 'GET', path: '/api/v1/records/:id/history', auth: 'user', body: null, answer: 'HistoryEntry[]', query: ['field'], maxBytes: 0 },
  { name: 'recordLights', method: 'GET', path: '/api/v1/records/:id/lights', auth: 'user', body: null, answer: 'LightHistory', maxBytes: 0 },

  { name: 'linkedStandings', method: 'GET', path: '/api/v1/partitions/:unit/:kind/:year/linked', auth: 'user', body: null, answer: 'LinkedStanding[]', maxBytes: 0 },
  { name: 'seriesDifference', method: 'GET', path: '/api/v1/partitions/:unit/:kind/:year/series', auth: 'user', body: null, answer: 'SeriesAnswer', query: ['issue'], maxBytes: 0 },

  { name: 'readPolicy', method: 'GET', path: '/api/v1/policy', auth: 'user', body: null, answer: 'PolicyInfo', maxBytes: 0 },
  { name: 'loadPack', method: 'POST', path: '/api/v1/policy/packs', auth: 'root', body: 'PolicyFileRequest', answer: 'PolicyInfo', maxBytes: megabyte },
  { name: 'confirmPack', method: 'PUT', path: '/api/v1/policy/packs/:id/confirmation', auth: 'root', body: 'ConfirmRequest', answer: 'PolicyInfo', maxBytes: 16 * kilobyte },
  { name: 'withdrawPack', method: 'DELETE', path: '/api/v1/policy/packs/:id/confirmation', auth: 'root', body: null, answer: 'PolicyInfo', maxBytes: 0 },
  { name: 'setUnitPolicy', method: 'PUT', path: '/api/v1/units/:id/policy', auth: 'admin', body: 'UnitPolicyRequest', answer: 'PolicyInfo', maxBytes: 64 * kilobyte },
  { name: 'loadHolidays', method: 'POST', path: '/api/v1/policy/holidays', auth: 'root', body: 'PolicyFileRequest', answer: 'PolicyInfo', maxBytes: megabyte },
  { name: 'review', method: 'GET', path: '/api/v1/partitions/:unit/:kind/:year/review', auth: 'user', body: null, answer: 'Review', query: ['record'], maxBytes: 0 },
  { name: 'proceed', method: 'POST', path: '/api/v1/partitions/:unit/:kind/:year/proceedings', auth: 'user', body: 'ProceedBody', answer: 'Entered', maxBytes: megabyte },
  { name: 'reveal', method: 'POST', path: '/api/v1/partitions/:unit/:kind/:year/reveal', auth: 'user', body: 'RevealBody', answer: 'Revealed', maxBytes: 16 * kilobyte },
  { name: 'move', method: 'POST', path: '/api/v1/partitions/:unit/:kind/:year/move', auth: 'user', body: 'MoveBody', answer: 'PushResult', maxBytes: megabyte },
  { name: 'notice', method: 'GET', path: '/api/v1/partitions/:unit/:kind/:year/notices/:id', auth: 'user', body: null, answer: 'NoticeList', maxBytes: 0 },
  { name: 'desk', method: 'GET', path: '/api/v1/desk', auth: 'user', body: null, answer: 'Desk', maxBytes: 0 },

  { name: 'head', method: 'GET', path: '/api/v1/sync/head', auth: 'user', body: null, answer: 'Head', maxBytes: 0 },
  { name: 'pull', method: 'POST', path: '/api/v1/sync/pull', auth: 'user', body: 'PullRequest', answer: 'PullStream', gives: 'application/x-ndjson', maxBytes: megabyte },
  { name: 'push', method: 'POST', path: '/api/v1/sync/push', auth: 'user', body: 'PushRequest', answer: 'PushResult', maxBytes: 5 * megabyte },
  { name: 'receipt', method: 'GET', path: '/api/v1/sync/push/:pushId', auth: 'user', body: null, answer: 'PushResult', maxBytes: 0 },
  { name: 'vouch', method: 'POST', path: '/api/v1/sync/vouch', auth: 'user', body: 'VouchRequest', answer: 'Vouched', maxBytes: 6 * megabyte },
  { name: 'listPushes', method: 'GET', path: '/api/v1/pushes', auth: 'user', body: null, answer: 'PushSummary[]', query: ['p', 'limit', 'before'], maxBytes: 0 },
  { name: 'undo', method: 'POST', path: '/api/v1/pushes/:pushId/undo', auth: 'user', body: 'UndoRequest', answer: 'UndoReport', maxBytes: 64 * kilobyte },

  { name: 'uploadImport', method: 'POST', path: '/api/v1/imports', auth: 'user', body: 'Bytes', answer: 'ImportAnalysis', takes: 'application/octet-stream', query: ['name'], maxBytes: 20 * megabyte },
  { name: 'planImport', method: 'POST', path: '/api/v1/imports/:id/plan', auth: 'user', body: 'ImportRequest', answer: 'ImportTable', maxBytes: 5 * megabyte },
  { name: 'rehearseImport', method: 'POST', path: '/api/v1/imports/:id/rehearse', auth: 'user', body: 'ImportRequest', answer: 'PushReport', maxBytes: 5 * megabyte },
  { name: 'applyImport', method: 'POST', path: '/api/v1/imports/:id/apply', auth: 'user', body: 'ImportRequest', answer: 'PushReport', maxBytes: 5 * megabyte },
  { name: 'importedWorkbook', method: 'GET', path: '/api/v1/imports/:id/workbook', auth: 'user', body: null, answer: 'File', gives: 'application/octet-stream', maxBytes: 0 },

  { name: 'uploadWorkbook', method: 'POST', path: '/api/v1/workbooks', auth: 'user', body: 'Bytes', answer: 'WorkbookPreview', takes: 'application/octet-stream', query: ['name', 'compare'], maxBytes: 20 * megabyte },
  { name: 'publishWorkbook', method: 'POST', path: '/api/v1/workbooks/:id/publish', auth: 'user', body: 'PublishRequest', answer: 'PushReport', maxBytes: 5 * megabyte },
  { name: 'publishedWorkbook', method: 'GET', path: '/api/v1/workbooks/:id/file', auth: 'user', body: null, answer: 'File', gives: 'application/octet-stream', maxBytes: 0 },

  { name: 'verifyChain', method: 'GET', path: '/api/v1/audit/verify', auth: 'user', body: null, answer: 'ChainReport', maxBytes: 0 },
] as const satisfies readonly Route[]

export type RouteName = (typeof routes)[number]['name']
