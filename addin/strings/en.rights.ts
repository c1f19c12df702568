// English: delegation.
import type { Strings } from './zh-Hans.ts'

export const rightStrings: Strings['rights'] = {
  delegations: 'Delegation',
  delegationHint:
    'While you are away, somebody else can act for you for a time. You can take it back at any moment. An auditor’s rights cannot be delegated, and what was delegated to you goes no further.',
  loading: 'Fetching delegations',
  none: 'No delegations yet.',
  noTaker:
    'Nobody could act for you: it has to be somebody of the unit, or of one above or below, whose own duties do not clash with it.',
  which: 'The right to delegate',
  taker: 'To whom',
  choose: '(choose)',
  kinds: 'Only these sheets (none ticked: all)',
  from: 'From',
  to: 'To (inclusive)',
  reason: 'Why',
  delegate: 'Delegate',
  delegating: 'Delegating',
  delegated: (name, to) => `${name} acts for you until ${to}.`,
  given: 'Given by me',
  received: 'Given to me',
  others: 'Delegations in my units',
  line: (giver, taker) => `${giver} to ${taker}`,
  days: (from, to) => `${from} to ${to}`,
  revoke: 'Take back',
  giveBack: 'Give back',
  revokeNamed: (name) => `Take back from ${name}`,
  giveBackNamed: (name) => `Give back to ${name}`,
  revoking: 'Taking it back',
  revoked: 'Taken back, with effect at once.',
  revokedBy: (name, at) => `taken back by ${name}, ${at}`,
  delegatedBy: (name) => `delegated by ${name}`,
  state: {
    coming: 'Not yet begun',
    standing: 'In force',
    ended: 'Ended',
    revoked: 'Taken back',
    lapsed: 'Giver does not hold it any more',
  },
}
