// How awards look on paper: quotas, nominations and bonuses, each under its heading (domain.md §4.2 G).
import type { Layout, Section } from '../../definition/layout.ts'
import { words } from '../../kernel/words.ts'
import { rowKinds } from './choices.ts'

const who = ['programme', 'department', 'name', 'memberNo', 'jobTitle', 'purpose', 'category']
const quotas = ['staff', 'participants', 'share', 'places']
const votes = ['votesFor', 'votesAgainst', 'abstentions', 'opinion', 'reviewScore', 'ranking', 'rank']
const decision = ['deeds', 'earlierAward', 'noticeResult', 'decision', 'prize', 'prizeForm']
const bonus = ['base', 'coefficient', 'scoreFactor', 'months', 'gross', 'deduction', 'net', 'rounding', 'signature']

const section = (
  key: string,
  [hans, hant, en]: readonly [string, string, string],
  { type, synonyms }: { readonly type: string; readonly synonyms: readonly string[] },
): Section => ({
  key,
  label: words(hans, hant, en),
  synonyms,
  where: [{ column: 'recordType', in: [type] }],
  sets: { recordType: type },
})

export const layout: Layout = {
  title: words('{unit}{year}年度评先评优和奖金分配表', '{unit}{year}年度評先評優和獎金分配表', '{unit} Awards {year}'),
  titleSynonyms: [
    '评先评优',
    '评优推荐表',
    '评优汇总表',
    '先进推荐表',
    '先进汇总表',
    '评选推荐汇总表',
    '名额分配表',
    '评优名额分配',
    '奖金分配表',
    '奖金发放表',
    '考核奖分配表',
    '绩效奖金分配表',
    '获奖名单',
    '表彰名单',
    '先进个人推荐',
    '积极分子推荐',
  ],
  columns: ['recordType', ...who, ...quotas, ...votes, ...decision, ...bonus, 'remark'],
  groups: [
    { label: words('名额分配情况', '名額分配情況', 'Quotas'), columns: quotas },
    { label: words('推荐评审', '推薦評審', 'Votes and review'), columns: votes },
    { label: words('公示批准', '公示批准', 'Decision'), columns: decision },
    { label: words('奖金分配情况', '獎金分配情況', 'Bonus'), columns: bonus },
  ],
  sections: [
    section('quotas', ['一、名额分配', '一、名額分配', '1. Quotas'], {
      type: rowKinds.quota,
      synonyms: ['名额分配', '名额'],
    }),
    section('nominations', ['二、推荐评选', '二、推薦評選', '2. Nominations'], {
      type: rowKinds.nomination,
      synonyms: ['推荐评选', '评选推荐', '推荐'],
    }),
    section('pool', ['三、奖金总额', '三、獎金總額', '3. Sum to share'], {
      type: rowKinds.pool,
      synonyms: ['奖金总额'],
    }),
    section('bonuses', ['四、奖金分配', '四、獎金分配', '4. Bonuses'], {
      type: rowKinds.bonus,
      synonyms: ['奖金分配', '奖金'],
    }),
  ],
  leadAmount: 'prize',
  totals: [
    {
      key: 'placesTotal',
      label: words('名额合计', '名額合計', 'Places, total'),
      synonyms: ['名额总计'],
      after: 'quotas',
      terms: [
        {
          where: [
            { column: 'recordType', in: [rowKinds.quota] },
            { column: 'department', blank: false },
          ],
          times: 1,
        },
      ],
      columns: ['staff', 'places'],
    },
    {
      key: 'bonusTotal',
      label: words('合计', '合計', 'Total'),
      synonyms: ['总计', '共计', '奖金合计', '本页合计'],
      after: 'bonuses',
      terms: [{ where: [{ column: 'recordType', in: [rowKinds.bonus] }], times: 1 }],
      columns: ['gross', 'deduction', 'net'],
    },
  ],
  signatures: [
    words('制表人：', '製表人：', 'Prepared by:'),
    words('审核：', '審核：', 'Checked by:'),
    words('工会主席：', '工會主席：', 'Chair:'),
  ],
  orientation: 'landscape',
  unitLine: true,
  spareRows: 6,
  freezeColumns: 3,
}
