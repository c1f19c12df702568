// Row rules of quotas and nominations (E-16, E-17, 八不准).
import type { RowRule } from '../../definition/rule.ts'
import { codePointLength } from '../../kernel/text.ts'
import { words } from '../../kernel/words.ts'
import { awardPractice, enterpriseRules, spendingRules } from '../../policy/sources.ts'
import { amountOf as amount, textOf as text, yuan } from '../accounts/rowParts.ts'
import { wordingRules } from '../rules/wording.ts'
import { rowKinds } from './choices.ts'
import { sampleBonus as bonus, sampleNomination as nomination, sampleQuota as quota } from './sample.ts'

const maxDeeds = 200
/** Union money: what is given from it is given in kind. */
const unionMoney = ['会费', '拨缴经费留成', '上级补助', '代管经费']

const isNomination = (row: { readonly [key: string]: unknown }): boolean => row['recordType'] === rowKinds.nomination

export const awardRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'award/incomplete',
    severity: 'warning',
    citation: awardPractice('推荐表'),
    title: words('推荐、名额、奖金的要件齐全', '推薦、名額、獎金的要件齊全', 'Each part is complete'),
    message: words('{type}还缺：{missing}。', '{type}還缺：{missing}。', '{type} lacks: {missing}.'),
    columns: ['recordType', 'department', 'name', 'category', 'places', 'net', 'programme'],
    check: (row) => {
      const type = text(row, 'recordType')
      const asked: readonly (readonly [string, string])[] =
        type === rowKinds.quota
          ? [
              ['category', '推荐类别'],
              ['places', '分配名额'],
            ]
          : type === rowKinds.nomination
            ? [
                ['department', '部门'],
                ['category', '推荐类别'],
              ]
            : type === rowKinds.bonus
              ? [
                  ['department', '部门'],
                  ['name', '姓名'],
                  ['net', '实发'],
                ]
              : [['net', '总额']]
      const missing = asked.filter(([key]) => (row[key] ?? null) === null).map(([, label]) => label)
      return missing.length === 0 || type === '' ? null : { type, missing: missing.join('、') }
    },
    examples: { valid: [nomination, quota, bonus], invalid: [{ ...nomination, category: null }] },
  },
  {
    scope: 'row',
    code: 'award/deeds-length',
    severity: 'warning',
    citation: awardPractice('主要事迹不超过 200 字'),
    title: words('主要事迹不超过 200 字', '主要事蹟不超過 200 字', 'Deeds in 200 characters'),
    message: words(
      '主要事迹 {length} 字，不超过 {maximum} 字。请压缩。',
      '主要事蹟 {length} 字，不超過 {maximum} 字。請壓縮。',
      'The deeds have {length} characters; {maximum} are allowed.',
    ),
    columns: ['deeds'],
    check: (row) => {
      const length = codePointLength(text(row, 'deeds'))
      return length <= maxDeeds ? null : { length, maximum: maxDeeds }
    },
    examples: { valid: [nomination], invalid: [{ ...nomination, deeds: '事迹'.repeat(101) }] },
  },
  {
    scope: 'row',
    code: 'award/minority',
    severity: 'hint',
    citation: awardPractice('民主推荐过半数'),
    title: words('推荐要过半数同意', '推薦要過半數同意', 'More than half agree'),
    message: words(
      '同意 {votesFor} 票，共 {all} 票，没有过半。请核对是否符合推荐办法。',
      '同意 {votesFor} 票，共 {all} 票，沒有過半。請核對是否符合推薦辦法。',
      '{votesFor} of {all} votes agree, not more than half. Please check your own rules.',
    ),
    columns: ['votesFor', 'votesAgainst', 'abstentions', 'decision', 'recordType'],
    check: (row) => {
      const [votesFor, against, abstained] = ['votesFor', 'votesAgainst', 'abstentions'].map((key) => amount(row, key))
      if (!isNomination(row) || votesFor === null || votesFor === undefined || row['decision'] === '不批准') return null
      const all = votesFor + (against ?? 0) + (abstained ?? 0)
      const counted = against !== null || abstained !== null
      return !counted || votesFor * 2 > all ? null : { votesFor, all }
    },
    examples: { valid: [nomination], invalid: [{ ...nomination, votesFor: 20, votesAgainst: 20, abstentions: 0 }] },
  },
  {
    scope: 'row',
    code: 'award/quota-share',
    severity: 'warning',
    citation: awardPractice('名额分配表'),
    title: words('名额不超过人数乘比例', '名額不超過人數乘比例', 'Places within the share of the staff'),
    message: words(
      '{staff} 人 × {share}% 得 {expected} 个名额，写的是 {places} 个。',
      '{staff} 人 × {share}% 得 {expected} 個名額，寫的是 {places} 個。',
      '{share}% of {staff} make {expected} places; it says {places}.',
    ),
    columns: ['places', 'staff', 'share', 'recordType'],
    check: (row) => {
      const [staff, share, places] = [amount(row, 'staff'), amount(row, 'share'), amount(row, 'places')]
      if (staff === null || share === null || places === null) return null
      // A part of a place is rounded up at most.
      const expected = Math.ceil((staff * share) / 10_000)
      return places <= expected ? null : { staff, share: share / 100, expected, places }
    },
    examples: { valid: [quota, { ...quota, staff: 51, places: 6 }], invalid: [{ ...quota, places: 6 }] },
  },
  {
    scope: 'row',
    code: 'award/money-prize',
    reference: '八不准',
    severity: 'warning',
    citation: spendingRules('第22条（八不准）'),
    title: words('工会经费的奖励发奖品', '工會經費的獎勵發獎品', 'Prizes of union money are given in kind'),
    message: words(
      '奖励 {prize} 元写的是发奖金。工会经费的奖励以精神奖励为主，物质奖励发奖品；不准滥发奖金、津贴、补贴。',
      '獎勵 {prize} 元寫的是發獎金。工會經費的獎勵以精神獎勵為主，物質獎勵發獎品；不准濫發獎金、津貼、補貼。',
      'A prize of {prize} yuan is given in money. Prizes of union money are honours first, and goods; bonuses are not allowed.',
    ),
    columns: ['prizeForm', 'prize', 'recordType', 'fundSource'],
    check: (row) => {
      const source = text(row, 'fundSource')
      return isNomination(row) && row['prizeForm'] === '奖金' && (source === '' || unionMoney.includes(source))
        ? { prize: yuan(amount(row, 'prize') ?? 0) }
        : null
    },
    examples: {
      valid: [nomination, { ...nomination, prizeForm: '奖金', fundSource: '行政补助' }],
      invalid: [{ ...nomination, prizeForm: '奖金' }],
    },
  },
  {
    scope: 'row',
    code: 'award/bonus-source',
    reference: 'E-18',
    severity: 'warning',
    citation: enterpriseRules('第29条'),
    title: words('奖金由单位工资总额列支', '獎金由單位工資總額列支', 'Bonuses come from the employer’s wages'),
    message: words(
      '奖金的资金来源是“{source}”。劳动竞赛等奖金由单位行政列支，工会经费不发奖金。',
      '獎金的資金來源是「{source}」。勞動競賽等獎金由單位行政列支，工會經費不發獎金。',
      'The bonus comes from “{source}”. Bonuses are paid by the employer, not from union money.',
    ),
    columns: ['fundSource', 'recordType', 'net'],
    check: (row) =>
      row['recordType'] === rowKinds.bonus && unionMoney.includes(text(row, 'fundSource'))
        ? { source: text(row, 'fundSource') }
        : null,
    examples: { valid: [bonus, { ...bonus, fundSource: null }], invalid: [{ ...bonus, fundSource: '会费' }] },
  },
  {
    scope: 'row',
    code: 'award/rewarded-before',
    reference: 'E-17',
    severity: 'warning',
    citation: enterpriseRules('第28条'),
    title: words('上级奖励过的不重复奖励', '上級獎勵過的不重複獎勵', 'Nobody is rewarded twice for the same'),
    message: words(
      '{name} 已由上级奖励（{earlier}），这里又奖励 {prize} 元。不得重复奖励。',
      '{name} 已由上級獎勵（{earlier}），這裡又獎勵 {prize} 元。不得重複獎勵。',
      '{name} was already rewarded ({earlier}) and gets {prize} yuan again. Nobody is rewarded twice.',
    ),
    columns: ['prize', 'earlierAward', 'name', 'recordType'],
    check: (row) => {
      const [earlier, prize] = [text(row, 'earlierAward').trim(), amount(row, 'prize') ?? 0]
      return isNomination(row) && prize > 0 && earlier !== '' && !/^(?:无|没有|否)$/.test(earlier)
        ? { name: text(row, 'name'), earlier, prize: yuan(prize) }
        : null
    },
    examples: {
      valid: [nomination, { ...nomination, earlierAward: '无' }],
      invalid: [{ ...nomination, earlierAward: '省级先进' }],
    },
  },
  {
    scope: 'row',
    code: 'award/officer-prize',
    reference: 'E-16',
    severity: 'warning',
    citation: enterpriseRules('第28条'),
    title: words('专职工会干部按普通会员参加', '專職工會幹部按普通會員參加', 'Full-time officers take part as members'),
    message: words(
      '{name}（{post}）获{rank}。专职工会干部只能以普通会员身份获奖，请说明。',
      '{name}（{post}）獲{rank}。專職工會幹部只能以普通會員身份獲獎，請說明。',
      '{name} ({post}) wins {rank}. Full-time officers may win only as ordinary members; please explain.',
    ),
    columns: ['jobTitle', 'rank', 'name'],
    check: (row) => {
      const [post, rank] = [text(row, 'jobTitle'), text(row, 'rank')]
      return rank !== '' && /专职|工会副?主席|工会干部|工会干事/.test(post)
        ? { name: text(row, 'name'), post, rank }
        : null
    },
    examples: {
      valid: [{ ...nomination, rank: '一等奖', jobTitle: '钳工' }, nomination],
      invalid: [{ ...nomination, rank: '一等奖', jobTitle: '专职工会干事' }],
    },
  },
  ...wordingRules({ kind: 'award', columns: ['remark', 'programme'], sample: nomination, allowed: ['奖金'] }),
]
