// Row rules about activities: prizes, outings, contests (E-02, E-05, E-18), and how long a plan was on notice.
import type { RowRule } from '../../definition/rule.ts'
import { parsePlainDate } from '../../kernel/plainDate.ts'
import { words } from '../../kernel/words.ts'
import { workingDaysBetween } from '../../kernel/workingCalendar.ts'
import { enterpriseRules, hardshipPractice, spendingRules } from '../../policy/sources.ts'
import { amountOf as amount, textOf as text } from '../accounts/rowParts.ts'
import { strictest } from '../rules/limits.ts'
import { purposeOfOccasion } from './choices.ts'
import { samplePlan as plan } from './sample.ts'

const sports = { ...plan, occasion: '文体活动', purpose: '文体活动', item: '比赛奖品', participants: 90, winners: 60 }
const outing = { ...plan, occasion: '春秋游', purpose: '春秋游', departs: '2026-04-10', returns: '2026-04-10' }

/** Working days a plan is on notice at least, unless the unit sets more. */
const noticeDays = 5

export const activityRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'welfare/winners',
    reference: 'E-02',
    severity: 'error',
    blocks: 'submit',
    citation: spendingRules('第8条（二）'),
    title: words('获奖人数不超过参加人数的比例', '獲獎人數不超過參加人數的比例', 'Not too many prizes'),
    message: words(
      '参加 {participants} 人，获奖 {amount} 人，{pack}限 {limit} 人。未获奖的可以发少量纪念品。',
      '參加 {participants} 人，獲獎 {amount} 人，{pack}限 {limit} 人。未獲獎的可以發少量紀念品。',
      '{amount} of {participants} win a prize; {pack} allows {limit}. Those who win none may be given a small keepsake.',
    ),
    columns: ['winners', 'participants', 'occasion'],
    check: (row, context) => {
      const tag = purposeOfOccasion(text(row, 'occasion'))
      const [winners, participants] = [amount(row, 'winners'), amount(row, 'participants')]
      if (tag === undefined || winners === null || participants === null || participants <= 0) return null
      const over = strictest(context, { tag, form: 'headcountRatio' })
      if (over === undefined || over.limit.base !== 'participants') return null
      const { times, per } = over.limit.share
      if (winners * per <= participants * times) return null
      const limit = Math.floor((participants * times) / per)
      return { over, params: { participants, amount: winners, limit, pack: over.pack.title } }
    },
    examples: {
      valid: [sports, plan],
      invalid: [{ ...sports, winners: 61 }],
      limits: [{ form: 'headcountRatio', tag: '文体活动', base: 'participants', share: { times: 2, per: 3 } }],
    },
  },
  {
    scope: 'row',
    code: 'welfare/day-trip',
    reference: 'E-05',
    severity: 'error',
    blocks: 'submit',
    citation: spendingRules('第8条（二）'),
    title: words('春游秋游当日往返', '春遊秋遊當日往返', 'Outings return on the same day'),
    message: words(
      '春游秋游 {departs} 出发、{returns} 返回。须当日往返。',
      '春遊秋遊 {departs} 出發、{returns} 返回。須當日往返。',
      'The outing leaves on {departs} and returns on {returns}; it must return on the same day.',
    ),
    columns: ['returns', 'departs', 'occasion'],
    check: (row) => {
      const [departs, returns] = [text(row, 'departs'), text(row, 'returns')]
      return row['occasion'] === '春秋游' && departs !== '' && returns !== '' && departs !== returns
        ? { departs, returns }
        : null
    },
    examples: { valid: [outing, plan], invalid: [{ ...outing, returns: '2026-04-11' }] },
  },
  {
    scope: 'row',
    code: 'welfare/outing-destination',
    reference: 'E-05',
    severity: 'warning',
    citation: spendingRules('第8条（二）'),
    title: words('春游秋游写明目的地', '春遊秋遊寫明目的地', 'Outings name their destination'),
    message: words(
      '请写明目的地。不得去明令禁止的风景名胜区，是否限本市、本省看当地规定。',
      '請寫明目的地。不得去明令禁止的風景名勝區，是否限本市、本省看當地規定。',
      'Please name the destination: not to scenic areas that are forbidden; the limit to city or province is set locally.',
    ),
    columns: ['destination', 'occasion'],
    check: (row) => (row['occasion'] === '春秋游' && text(row, 'destination') === '' ? {} : null),
    examples: { valid: [plan, { ...outing, destination: '市郊公园' }], invalid: [outing] },
  },
  {
    scope: 'row',
    code: 'welfare/contest-bonus',
    reference: 'E-18',
    severity: 'warning',
    citation: enterpriseRules('第29条'),
    title: words(
      '劳动竞赛奖金由单位工资列支',
      '勞動競賽獎金由單位工資列支',
      'Bonuses of labour contests are paid by the employer',
    ),
    message: words(
      '技能竞赛写有“奖金”。劳动竞赛奖金由单位工资总额列支，工会经费可以列技能竞赛奖品。',
      '技能競賽寫有「獎金」。勞動競賽獎金由單位工資總額列支，工會經費可以列技能競賽獎品。',
      'A contest with 奖金 (bonus): bonuses come from the employer’s wages; union money may pay for prizes in kind.',
    ),
    columns: ['item', 'occasion', 'issue'],
    check: (row) =>
      row['occasion'] === '技能竞赛' && /奖金/.test(`${text(row, 'item')} ${text(row, 'issue')}`) ? {} : null,
    examples: { valid: [sports], invalid: [{ ...sports, occasion: '技能竞赛', item: '竞赛奖金' }] },
  },
  {
    scope: 'row',
    code: 'welfare/meal-cash',
    reference: 'E-03',
    severity: 'warning',
    citation: spendingRules('第8条（二）'),
    title: words('活动伙食补助不发现金', '活動伙食補助不發現金', 'Meals of activities are not paid in cash'),
    message: words(
      '活动伙食补助写的是发“{means}”。不发现金，标准不超过当地差旅伙食补助。',
      '活動伙食補助寫的是發「{means}」。不發現金，標準不超過當地差旅伙食補助。',
      'Meals are given as “{means}”: not in cash, and not above the local travel allowance for meals.',
    ),
    columns: ['means', 'item', 'occasion'],
    check: (row) =>
      /伙食|用餐|误餐|餐费/.test(text(row, 'item')) && (row['means'] === '现金' || row['means'] === '购物卡')
        ? { means: text(row, 'means') }
        : null,
    examples: {
      valid: [{ ...sports, item: '伙食补助', means: '实物' }],
      invalid: [{ ...sports, item: '伙食补助', means: '现金' }],
    },
  },
  {
    scope: 'row',
    code: 'welfare/notice-days',
    reference: 'G-01',
    severity: 'warning',
    citation: hardshipPractice('公示不少于 5 个工作日'),
    title: words('公示不少于 5 个工作日', '公示不少於 5 個工作日', 'On notice for five working days'),
    message: words(
      '公示 {from} 至 {to} 只有 {days} 个工作日，一般不少于 {minimum} 个。本单位另有规定的请说明。',
      '公示 {from} 至 {to} 只有 {days} 個工作日，一般不少於 {minimum} 個。本單位另有規定的請說明。',
      'On notice from {from} to {to}: {days} working days; {minimum} are usual. Please explain if your own rules differ.',
    ),
    columns: ['noticeTo', 'noticeFrom'],
    check: (row, { calendar }) => {
      const [from, to] = [parsePlainDate(text(row, 'noticeFrom')), parsePlainDate(text(row, 'noticeTo'))]
      if (from === undefined || to === undefined) return null
      const days = to < from ? 0 : workingDaysBetween(calendar, from, to)
      return days >= noticeDays ? null : { from, to, days, minimum: noticeDays }
    },
    examples: {
      valid: [plan, { ...plan, noticeTo: null }],
      invalid: [
        { ...plan, noticeTo: '2026-01-20' },
        { ...plan, noticeTo: '2026-01-10' },
      ],
    },
  },
]
