// English: exemptions from keeping duties apart.
import type { ExemptionStrings } from './zh-Hans.exemption.ts'

export const exemptionStrings: ExemptionStrings = {
  title: 'Exemptions',
  hint: 'Where a small office cannot fill every post, its chair may declare who may take which duties together, and until when. Nobody exempts oneself. Auditing, recusal and approving one’s own draft of a large sum are never exempted. Every step taken under an exemption says so; declaring and revoking stand in the audit chain.',
  loading: 'Fetching exemptions',
  none: 'There are no exemptions.',
  unit: 'Unit',
  persons: 'Who is exempted',
  noPersons: 'There is nobody here whom you could exempt.',
  excuses: 'May be done by one person',
  grantHint:
    'For two roles together an administrator also has to grant one of them, for days within the exemption; when it ends or is revoked, so does that right.',
  from: 'From',
  to: 'Until (inclusive, a year at most)',
  reason: 'Reason',
  declare: 'Declare an exemption',
  declaring: 'Declaring the exemption',
  declared: (to) => `Declared. It ends after ${to}.`,
  revoke: 'Revoke',
  revokeNamed: (names) => `Revoke the exemption of ${names}`,
  revoking: 'Revoking the exemption',
  revoked: 'Revoked at once, with the rights that were given for its days only.',
  revokedBy: (name, at) => `revoked by ${name}, ${at}`,
  line: (unit, names) => `${unit} · ${names}`,
  days: (from, to) => `${from} to ${to}`,
  declaredBy: (name) => `declared by ${name}`,
  both: (first, second) => `${first} and ${second} together`,
  duties: {
    'own-draft': 'drafting and approving',
    'two-levels': 'both levels of approval',
    pay: 'approving, accepting and paying',
    editor: 'entering the payee and paying',
    period: 'closing and reopening',
    beneficiary: 'deciding on one’s own matters',
  },
  under: 'Under an exemption',
  underWhat: (what) => `Under an exemption: ${what}`,
  warning: (what, by, until, reason) =>
    `These duties belong to different people: ${what}. You take this step under an exemption that ${by} declared until ${until} (${reason}). The log of steps will say so.`,
  state: { coming: 'not begun', standing: 'in force', ended: 'ended', revoked: 'revoked' },
}
