// Set rules of the registers: each number once, each document once.
import type { SetRule } from '../../definition/rule.ts'
import { words } from '../../kernel/words.ts'
import { registerPractice } from '../../policy/sources.ts'
import { sampleIncoming as incoming, sampleOutgoing as outgoing } from './sample.ts'

const other = { ...incoming, registerNo: '2026-002', docNo: '市工〔2026〕4号', title: '关于报送统计表的通知' }

export const setRules: readonly SetRule[] = [
  {
    scope: 'set',
    code: 'document/register-number-twice',
    severity: 'error',
    blocks: 'submit',
    citation: registerPractice('登记号唯一'),
    title: words('同一登记簿的登记号不重复', '同一登記簿的登記號不重複', 'Register numbers are used once'),
    message: words(
      '登记号“{key}”用了 {count} 次。请改成不重复的号。',
      '登記號「{key}」用了 {count} 次。請改成不重複的號。',
      'Register number “{key}” is used {count} times. Please give each entry its own.',
    ),
    set: { type: 'unique', key: ['direction', 'registerNo'], where: [] },
    examples: { valid: [[incoming, other, outgoing]], invalid: [[incoming, { ...other, registerNo: '2026-001' }]] },
  },
  {
    scope: 'set',
    code: 'document/issued-twice',
    severity: 'error',
    blocks: 'submit',
    citation: registerPractice('发文字号唯一'),
    title: words('发文字号不重复', '發文字號不重複', 'A document number is issued once'),
    message: words(
      '发文字号“{key}”发了 {count} 次。一文一号，请核对。',
      '發文字號「{key}」發了 {count} 次。一文一號，請核對。',
      'Document number “{key}” was issued {count} times; each document has its own.',
    ),
    set: { type: 'unique', key: ['docNo'], where: [{ column: 'direction', in: ['发文'] }] },
    examples: { valid: [[outgoing, incoming]], invalid: [[outgoing, { ...outgoing, registerNo: '2026-002' }]] },
  },
  {
    scope: 'set',
    code: 'document/received-twice',
    severity: 'warning',
    citation: registerPractice('重复登记'),
    title: words('同一来文登记了两次', '同一來文登記了兩次', 'The same document entered twice'),
    message: words(
      '来文“{key}”登记了 {count} 次。请核对是否重复。',
      '來文「{key}」登記了 {count} 次。請核對是否重複。',
      '“{key}” is entered {count} times. Please check for a repetition.',
    ),
    set: { type: 'unique', key: ['organ', 'docNo', 'title'], where: [{ column: 'direction', in: ['收文'] }] },
    examples: { valid: [[incoming, other]], invalid: [[incoming, { ...incoming, registerNo: '2026-003' }]] },
  },
]
