// Row rules of incoming and outgoing documents: their numbers, levels, hands (公文条例 art. 23–25).
import type { RowRule } from '../../definition/rule.ts'
import { words } from '../../kernel/words.ts'
import { documentRules as law, registerPractice } from '../../policy/sources.ts'
import { textOf as text } from '../accounts/rowParts.ts'
import { secrecyLevels } from './choices.ts'
import { tidyDocNo } from './docNo.ts'
import { sampleIncoming as incoming, sampleOutgoing as outgoing, sampleVisit as visit } from './sample.ts'

const names = (value: string): readonly string[] => value.split('、').filter((name) => name !== '')

/** Recipients from which on a copy list is looked at again (防止滥抄乱送). */
const manyCopies = 15

export const documentRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'document/number-form',
    severity: 'hint',
    citation: registerPractice('发文字号用六角括号'),
    title: words(
      '发文字号用〔〕，序号不编虚位',
      '發文字號用〔〕，序號不編虛位',
      'Document numbers have 〔〕 and no leading zeros',
    ),
    message: words(
      '发文字号“{written}”应写成“{expected}”。',
      '發文字號「{written}」應寫成「{expected}」。',
      'The document number “{written}” reads “{expected}”.',
    ),
    columns: ['docNo'],
    check: (row) => {
      const written = text(row, 'docNo')
      const expected = tidyDocNo(written)
      return expected === undefined || expected === written ? null : { written, expected }
    },
    suggest: (row) => {
      const value = tidyDocNo(text(row, 'docNo'))
      return value === undefined ? undefined : { column: 'docNo', value }
    },
    examples: {
      valid: [incoming, { ...incoming, docNo: '传真电报' }],
      invalid: [
        { ...incoming, docNo: '市工[2026]3号' },
        { ...incoming, docNo: '市工（2026）03号' },
      ],
    },
  },
  {
    scope: 'row',
    code: 'document/number-year',
    severity: 'hint',
    citation: registerPractice('发文字号的年份'),
    title: words('发文字号的年份与日期相符', '發文字號的年份與日期相符', 'The number’s year fits the day'),
    message: words(
      '发文字号“{written}”的年份与登记日期 {date} 相差一年以上。请核对。',
      '發文字號「{written}」的年份與登記日期 {date} 相差一年以上。請核對。',
      'The year in “{written}” is more than one from the day {date}. Please check.',
    ),
    columns: ['docNo', 'date'],
    check: (row) => {
      const year = /〔(\d{4})〕/.exec(tidyDocNo(text(row, 'docNo')) ?? '')?.[1]
      const date = text(row, 'date')
      return year === undefined || date === '' || Math.abs(Number(year) - Number(date.slice(0, 4))) <= 1
        ? null
        : { written: text(row, 'docNo'), date }
    },
    examples: { valid: [incoming], invalid: [{ ...incoming, docNo: '市工〔2016〕3号' }] },
  },
  {
    scope: 'row',
    code: 'document/secrecy-level',
    severity: 'warning',
    citation: registerPractice('密级'),
    title: words('密级写法规范', '密級寫法規範', 'Levels of secrecy'),
    message: words(
      '密级写的是“{written}”。请写绝密、机密、秘密、内部或普通，期限写在★后面。',
      '密級寫的是「{written}」。請寫絕密、機密、秘密、內部或普通，期限寫在★後面。',
      'Secrecy is “{written}”. Write 绝密, 机密, 秘密, 内部 or 普通, the term after ★.',
    ),
    columns: ['secrecy'],
    check: (row) => {
      const written = text(row, 'secrecy').trim()
      const [level = '', term] = written.split(/[★☆*]/)
      const known = secrecyLevels.includes(level.trim()) && (term === undefined || term.trim() !== '')
      return written === '' || written === '无' || known ? null : { written }
    },
    examples: {
      valid: [incoming, { ...incoming, secrecy: '机密★三个月' }, { ...incoming, secrecy: null }],
      invalid: [{ ...incoming, secrecy: '保密' }],
    },
  },
  {
    scope: 'row',
    code: 'document/one-lead',
    severity: 'error',
    blocks: 'submit',
    citation: law('第24条'),
    title: words(
      '两个以上部门办理的，明确主办部门',
      '兩個以上部門辦理的，明確主辦部門',
      'Exactly one department leads',
    ),
    message: words(
      '主办部门写了 {count} 个：{lead}。只留主办的一个，其余写到协办部门。',
      '主辦部門寫了 {count} 個：{lead}。只留主辦的一個，其餘寫到協辦部門。',
      '{count} departments lead: {lead}. Keep one; the others belong under 协办部门.',
    ),
    columns: ['lead', 'direction'],
    check: (row) => {
      const lead = names(text(row, 'lead'))
      return row['direction'] === '收文' && lead.length > 1 ? { count: lead.length, lead: lead.join('、') } : null
    },
    examples: { valid: [incoming, visit], invalid: [{ ...incoming, lead: '组织部、财务部' }] },
  },
  {
    scope: 'row',
    code: 'document/urgent-due',
    severity: 'warning',
    citation: law('第24条'),
    title: words('急件要有办理时限', '急件要有辦理時限', 'Urgent ones have a day'),
    message: words(
      '紧急程度是{urgency}，没有办理时限。请填写。',
      '緊急程度是{urgency}，沒有辦理時限。請填寫。',
      'Urgency is {urgency}, but no day is due. Please give one.',
    ),
    columns: ['due', 'urgency', 'direction'],
    check: (row) =>
      row['direction'] === '收文' && (row['urgency'] === '特急' || row['urgency'] === '加急') && text(row, 'due') === ''
        ? { urgency: text(row, 'urgency') }
        : null,
    examples: {
      valid: [incoming, { ...incoming, urgency: '特急' }],
      invalid: [{ ...incoming, urgency: '特急', due: null }],
    },
  },
  {
    scope: 'row',
    code: 'document/incomplete',
    severity: 'warning',
    citation: law('第24、25条'),
    title: words('登记要素齐全', '登記要素齊全', 'The entry is complete'),
    message: words('还缺：{missing}。', '還缺：{missing}。', 'Missing: {missing}.'),
    columns: ['registerNo', 'direction', 'date', 'organ', 'docNo', 'signer', 'visitor', 'host'],
    check: (row) => {
      const asked: readonly (readonly [string, string])[] =
        row['direction'] === '收文'
          ? [
              ['registerNo', '收文号'],
              ['date', '收文日期'],
              ['organ', '来文机关'],
            ]
          : row['direction'] === '发文'
            ? [
                ['date', '发文日期'],
                ['docNo', '发文字号'],
                ['signer', '签发'],
              ]
            : [
                ['date', '日期'],
                ['visitor', '来访人'],
                ['host', '接待人'],
              ]
      const missing = asked.filter(([key]) => text(row, key) === '').map(([, label]) => label)
      return missing.length === 0 ? null : { missing: missing.join('、') }
    },
    examples: {
      valid: [incoming, outgoing, visit],
      invalid: [
        { ...outgoing, signer: null },
        { ...visit, host: null },
      ],
    },
  },
  {
    scope: 'row',
    code: 'document/checked-by-drafter',
    severity: 'hint',
    citation: registerPractice('撰稿、审稿分开'),
    title: words('拟稿、核稿不同一人', '擬稿、核稿不同一人', 'Drafted and checked by two'),
    message: words(
      '拟稿和核稿都是 {name}。请由另一人核稿。',
      '擬稿和核稿都是 {name}。請由另一人核稿。',
      'Drafted and checked by {name}. Have another check it.',
    ),
    columns: ['checker', 'drafter'],
    check: (row) =>
      text(row, 'checker') !== '' && text(row, 'checker') === text(row, 'drafter')
        ? { name: text(row, 'checker') }
        : null,
    examples: { valid: [outgoing], invalid: [{ ...outgoing, checker: '甲某' }] },
  },
  {
    scope: 'row',
    code: 'document/copies-to-all',
    severity: 'hint',
    citation: registerPractice('防止滥抄乱送'),
    title: words('不滥抄乱送', '不濫抄亂送', 'No copies to everybody'),
    message: words(
      '抄送 {count} 个单位{both}。请只送需要知道的。',
      '抄送 {count} 個單位{both}。請只送需要知道的。',
      '{count} get a copy{both}. Send it only to those who need it.',
    ),
    columns: ['copyTo', 'mainTo'],
    check: (row) => {
      const copies = names(text(row, 'copyTo'))
      const main = new Set(names(text(row, 'mainTo')))
      const both = copies.filter((name) => main.has(name))
      return copies.length < manyCopies && both.length === 0
        ? null
        : { count: copies.length, both: both.length === 0 ? '' : `，${both.join('、')} 已在主送里` }
    },
    examples: {
      valid: [outgoing, { ...outgoing, copyTo: '市总工会' }],
      invalid: [{ ...outgoing, copyTo: '各分工会' }],
    },
  },
]
