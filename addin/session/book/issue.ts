// Who issued what a workbook remembers: this server, this person, now.
import type { WorkbookState } from '#shared/sync/state/base.ts'
import type { ServerClient } from '../../server/serverClient.ts'

export type ServerIdentity = Pick<WorkbookState['issue'], 'server' | 'epoch'>

/** '' where the server is not reached: then any server may take the workbook up. */
export async function readServer(client: ServerClient): Promise<ServerIdentity> {
  const hello = await client.call('hello', null)
  return hello.ok ? { server: hello.value.server, epoch: hello.value.epoch } : { server: '', epoch: '' }
}

export function toIssue(
  server: ServerIdentity,
  { user, at }: { readonly user: string; readonly at: Date },
): WorkbookState['issue'] {
  return { ...server, user, at: at.toISOString() }
}
