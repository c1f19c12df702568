// What every type of the Excel API has, by its generated table.
import { officeTypes } from './generated/officeTypes.ts'

export interface Member {
  readonly name: string
  readonly sort: 'scalar' | 'navigation' | 'method' | 'event'
  readonly isWritable: boolean
  /** `1.7`, or `ExcelApiOnline-1.1` and the like. */
  readonly since: string
  /** Type a navigation leads to. */
  readonly leadsTo?: string
}

const parsed = new Map<string, ReadonlyMap<string, Member>>()

/** Members by their names in lower case, as requests capitalise them; empty for a type that is not in the table. */
export function membersOf(type: string): ReadonlyMap<string, Member> {
  let members = parsed.get(type)
  if (!members) {
    const texts = (officeTypes[type] ?? '').split('|').filter((text) => text !== '')
    members = new Map(texts.map(parseMember).map((member) => [member.name.toLowerCase(), member]))
    parsed.set(type, members)
  }
  return members
}

export function isOfficeType(type: string): boolean {
  return officeTypes[type] !== undefined
}

function parseMember(text: string): Member {
  const [, name = '', mark = '', since = '', leadsTo] = /^(\w+)(=|\(\)|!)? (\S+)(?: (\w+))?$/.exec(text) ?? []
  const sort = mark === '()' ? 'method' : mark === '!' ? 'event' : leadsTo === undefined ? 'scalar' : 'navigation'
  const member = { name, sort, isWritable: mark === '=', since } as const
  return leadsTo === undefined ? member : { ...member, leadsTo }
}

/** Whether a host that has ExcelApi `have` has what came `since`. Online and desktop sets are never there. */
export function isSince(have: string, since: string): boolean {
  const [, major = '', minor = ''] = /^(\d+)\.(\d+)$/.exec(since) ?? []
  const [ownMajor = 0, ownMinor = 0] = have.split('.').map(Number)
  return major !== '' && (ownMajor > Number(major) || (ownMajor === Number(major) && ownMinor >= Number(minor)))
}
