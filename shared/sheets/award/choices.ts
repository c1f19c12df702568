// The words of awards and of the sharing out of bonuses (domain.md §4.2 G).
import type { Choice } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'

function choice(value: string, hant: string, en: string, synonyms: readonly string[] = []): Choice {
  return { value, label: words(value, hant, en), synonyms }
}

/** A row is a quota, a nomination, a person’s bonus, or the sum that is shared out. */
export const rowKinds = { quota: '名额', nomination: '推荐', bonus: '奖金', pool: '奖金总额' } as const

export const recordTypes: readonly Choice[] = [
  choice(rowKinds.quota, '名額', 'Quota', ['名额分配', '分配名额']),
  choice(rowKinds.nomination, '推薦', 'Nomination', ['评选', '评优', '推荐评选', '评先评优']),
  choice(rowKinds.bonus, '獎金', 'Bonus', ['奖金分配', '奖励分配']),
  choice(rowKinds.pool, '獎金總額', 'Sum to share', ['总额', '可分配总额', '奖金包']),
]

export const categories: readonly Choice[] = [
  choice('先进集体', '先進集體', 'Advanced unit', ['优秀集体', '先进单位', '先进工会', '模范职工之家', '先进班组']),
  choice('先进个人', '先進個人', 'Advanced person', ['先进工作者', '优秀员工', '先进职工', '优秀职工', '先进']),
  choice('优秀工会干部', '優秀工會幹部', 'Union officer', ['优秀工会工作者', '工会干部']),
  choice('积极分子', '積極分子', 'Activist', ['工会积极分子', '优秀工会积极分子']),
  choice('先进女职工', '先進女職工', 'Woman worker', ['先进女工', '优秀女职工', '巾帼标兵']),
  choice('工会之友', '工會之友', 'Friend of the union', ['优秀工会之友']),
  choice('劳模', '勞模', 'Model worker', ['劳动模范', '五一劳动奖章', '工匠']),
  choice('其他', '其他', 'Other', ['其它']),
]

export const prizeForms: readonly Choice[] = [
  choice('证书', '證書', 'Certificate', ['奖状', '荣誉证书', '奖牌']),
  choice('奖品', '獎品', 'Prize in kind', ['实物', '物品', '纪念品']),
  choice('奖金', '獎金', 'Money', ['现金', '奖励金', '慰问金']),
]

export const decisions: readonly Choice[] = [
  choice('批准', '批准', 'Approved', ['同意', '通过', '已批准', '是']),
  choice('不批准', '不批准', 'Refused', ['不同意', '未通过', '否决', '否', '未批准']),
]

/** Above them the levels from which a prize was already given (E-17). */
export const ranks: readonly Choice[] = [
  choice('一等奖', '一等獎', 'First prize', ['一等', '第一名', '特等奖', '冠军']),
  choice('二等奖', '二等獎', 'Second prize', ['二等', '第二名', '亚军']),
  choice('三等奖', '三等獎', 'Third prize', ['三等', '第三名', '季军']),
  choice('优秀奖', '優秀獎', 'Honourable mention', ['鼓励奖', '参与奖', '优胜奖', '纪念奖']),
]
