// Row rules about accounts, for every kind whose rows speak of one (domain.md §1, §2.2).
import type { RowRule } from '../../definition/rule.ts'
import { words } from '../../kernel/words.ts'
import { chartOf, findAccount } from '../../policy/charts.ts'
import { isSameName } from '../../policy/resolveAccount.ts'
import { accountingRules2021, enterpriseRules, transitionRules2021 } from '../../policy/sources.ts'
import type { Values } from '../../kernel/value.ts'
import { balanceLines } from './balanceLines.ts'
import { accountOf as account, amountOf, textOf as text } from './rowParts.ts'

export interface AccountRulesOf {
  readonly kind: string
  /** Column of the amount that makes an account used. */
  readonly amount: string
  /** Column in which people explain a line. */
  readonly note: string
  /** A sound row of the kind, of account 50101, from which examples are made. */
  readonly sample: Values
}

/** Codes are `<kind>/…`. */
export function accountRules({ kind, amount, note, sample: leaf }: AccountRulesOf): readonly RowRule[] {
  return [
    {
      scope: 'row',
      code: `${kind}/stability-fund`,
      reference: 'B-15',
      severity: 'error',
      blocks: 'submit',
      citation: accountingRules2021('521 科目说明、第55条'),
      title: words(
        '基层工会不设预算稳定调节基金',
        '基層工會不設預算穩定調節基金',
        'Primary unions have no budget stabilisation fund',
      ),
      message: words(
        '“{account}”只用于县级以上工会，基层工会不能编列。请删去这一行，或改列其他科目。',
        '「{account}」只用於縣級以上工會，基層工會不能編列。請刪去這一行，或改列其他科目。',
        '“{account}” is only for unions at county level and above. Please remove the line or use another account.',
      ),
      columns: ['accountCode', 'accountName', amount],
      check: (row, { unitKind, year }) =>
        unitKind === 'primary' && year >= 2022 && /^(?:341|411|521)/.test(text(row, 'accountCode'))
          ? { account: account(row) }
          : null,
      examples: {
        valid: [leaf],
        invalid: [{ ...leaf, side: '支出', accountCode: '521', accountName: '安排预算稳定调节基金', [amount]: 1 }],
      },
    },
    {
      scope: 'row',
      code: `${kind}/abolished-fund`,
      reference: 'B-16',
      severity: 'warning',
      citation: transitionRules2021('后备金等转入'),
      title: words('后备金等已经取消', '後備金等已經取消', 'Reserve funds were abolished in 2022'),
      message: words(
        '2022 年起不再设“{name}”。请并入结余，或改列规定的科目。',
        '2022 年起不再設「{name}」。請併入結餘，或改列規定的科目。',
        '“{name}” no longer exists since 2022. Move it to the balance, or use a prescribed account.',
      ),
      columns: ['accountName', 'project', note],
      check: (row, { year }) => {
        const name = /后备金|增收留成基金|财务专用基金/.exec(`${text(row, 'accountName')} ${text(row, 'project')}`)?.[0]
        return year >= 2022 && name !== undefined ? { name } : null
      },
      examples: { valid: [leaf], invalid: [{ ...leaf, side: '结余', accountName: '提取后备金', [amount]: 1 }] },
    },
    {
      scope: 'row',
      code: `${kind}/rarely-primary`,
      reference: 'B-17',
      severity: 'warning',
      citation: enterpriseRules('第15、17、33条'),
      title: words(
        '基层工会一般不列行政支出、资本性支出',
        '基層工會一般不列行政支出、資本性支出',
        'Primary unions rarely have these accounts',
      ),
      message: words(
        '基层工会一般不编列“{account}”。确有需要的，请在说明里写明依据。',
        '基層工會一般不編列「{account}」。確有需要的，請在說明裡寫明依據。',
        'A primary union does not usually budget “{account}”. If it is needed, please give the grounds.',
      ),
      columns: ['accountCode', 'accountName', amount],
      check: (row, { unitKind, year }) => {
        if (unitKind !== 'primary' || (amountOf(row, amount) ?? 0) === 0) return null
        return (year >= 2022 ? /^50[67]/ : /^50[45]/).test(text(row, 'accountCode')) ? { account: account(row) } : null
      },
      examples: {
        valid: [leaf],
        invalid: [{ ...leaf, side: '支出', accountCode: '50702', accountName: '办公设备购置', [amount]: 100_000 }],
      },
    },
    {
      scope: 'row',
      code: `${kind}/other-unit-kind`,
      severity: 'hint',
      citation: accountingRules2021('第二部分 会计科目表'),
      title: words('不是本级工会常用的科目', '不是本級工會常用的科目', 'Account of the other kind of union'),
      message: words(
        '“{account}”在本级工会的科目表里没有，确有需要才借用。请核对。',
        '「{account}」在本級工會的科目表裡沒有，確有需要才借用。請核對。',
        '“{account}” is not in the chart of this kind of union; use it only where really needed.',
      ),
      columns: ['accountCode', 'accountName'],
      check: (row, { unitKind, year }) => {
        const code = text(row, 'accountCode')
        const known = findAccount(chartOf(year), code.slice(0, 5)) ?? findAccount(chartOf(year), code.slice(0, 3))
        return known === undefined || known.unitKinds.includes(unitKind) || /^(?:411|521|506)/.test(code)
          ? null
          : { account: account(row) }
      },
      examples: {
        valid: [leaf],
        invalid: [{ ...leaf, side: '支出', accountCode: '508', accountName: '补助下级支出', [amount]: 1 }],
      },
    },
    {
      scope: 'row',
      code: `${kind}/designated-use`,
      reference: 'B-18',
      severity: 'hint',
      citation: accountingRules2021('第22条'),
      title: words('专项补助要写明指定用途', '專項補助要寫明指定用途', 'Designated subsidies name their purpose'),
      message: words(
        '“{account}”专款专用，请在项目名称或说明里写明指定用途。',
        '「{account}」專款專用，請在項目名稱或說明裡寫明指定用途。',
        '“{account}” may only be spent as designated: please name the purpose.',
      ),
      columns: ['project', 'accountCode', 'accountName', amount, note],
      check: (row) =>
        /^(?:40302|405)/.test(text(row, 'accountCode')) &&
        (amountOf(row, amount) ?? 0) > 0 &&
        text(row, 'project') === '' &&
        text(row, note) === ''
          ? { account: account(row) }
          : null,
      examples: {
        valid: [
          {
            ...leaf,
            side: '收入',
            accountCode: '405',
            accountName: '行政补助收入',
            [amount]: 1,
            [note]: '劳动竞赛经费',
          },
          leaf,
        ],
        invalid: [
          { ...leaf, side: '收入', accountCode: '40302', accountName: '专项转移支付补助', [amount]: 1, [note]: null },
        ],
      },
    },
    {
      scope: 'row',
      code: `${kind}/side-of-code`,
      severity: 'error',
      blocks: 'submit',
      citation: accountingRules2021('第二部分 会计科目表'),
      title: words(
        '4 开头是收入，5 开头是支出',
        '4 開頭是收入，5 開頭是支出',
        'Codes with 4 are income, with 5 expenditure',
      ),
      message: words(
        '“{account}”是{expected}科目，收支栏写的是“{side}”。请改为“{expected}”，或核对编码。',
        '「{account}」是{expected}科目，收支欄寫的是「{side}」。請改為「{expected}」，或核對編碼。',
        '“{account}” is an account of {expected}, but the side says {side}. Correct the side or the code.',
      ),
      columns: ['side', 'accountCode', 'accountName'],
      check: (row) => {
        const expected = { 4: '收入', 5: '支出' }[text(row, 'accountCode')[0] ?? '']
        return expected === undefined || row['side'] === expected
          ? null
          : { account: account(row), expected, side: text(row, 'side') }
      },
      examples: {
        valid: [leaf, { ...leaf, side: '结余', accountCode: null, accountName: '上年结余', [amount]: 1 }],
        invalid: [{ ...leaf, side: '收入' }],
      },
    },
    {
      scope: 'row',
      code: `${kind}/account-name`,
      severity: 'warning',
      citation: accountingRules2021('总说明四'),
      title: words('科目名称与编码一致', '科目名稱與編碼一致', 'Account name and code agree'),
      message: words(
        '{code} 在 {year} 年度是“{expected}”，表里写的是“{name}”。请改名称或编码，不要只凭编码。',
        '{code} 在 {year} 年度是「{expected}」，表裡寫的是「{name}」。請改名稱或編碼，不要只憑編碼。',
        '{code} is “{expected}” in {year}; the sheet says “{name}”. Correct the name or the code.',
      ),
      columns: ['accountName', 'accountCode'],
      check: (row, { year }) => {
        const known = findAccount(chartOf(year), text(row, 'accountCode'))
        const name = text(row, 'accountName')
        return known === undefined || isSameName(known.name, name)
          ? null
          : { code: known.code, expected: known.name, name, year }
      },
      examples: { valid: [leaf], invalid: [{ ...leaf, accountCode: '502', accountName: '维权支出' }] },
    },
    {
      scope: 'row',
      code: `${kind}/no-account`,
      severity: 'warning',
      citation: accountingRules2021('总说明三、四'),
      title: words('收支列到规定的科目', '收支列到規定的科目', 'Lines belong to a prescribed account'),
      message: words(
        '“{account}”没有对应到科目表里的科目。请填科目编码；自设的明细放在规定科目下面。',
        '「{account}」沒有對應到科目表裡的科目。請填科目編碼；自設的明細放在規定科目下面。',
        '“{account}” belongs to no account of the chart. Give the code; subaccounts of your own stand below a prescribed one.',
      ),
      columns: ['accountCode', 'accountName', 'side'],
      check: (row, { year }) => {
        const code = text(row, 'accountCode')
        const chart = chartOf(year)
        if (row['side'] === '结余' || balanceLines.includes(text(row, 'accountName'))) return null
        const known = [code, code.slice(0, 5), code.slice(0, 3)].some((part) => findAccount(chart, part) !== undefined)
        return code !== '' && known && [3, 5, 7, 9].includes(code.length) ? null : { account: account(row) }
      },
      examples: {
        valid: [
          leaf,
          { ...leaf, accountCode: '5010103', accountName: '职工夜校' },
          { ...leaf, side: '结余', accountCode: null, accountName: '上年结余' },
        ],
        invalid: [
          { ...leaf, accountCode: null, accountName: '杂项' },
          { ...leaf, accountCode: '999' },
        ],
      },
    },
  ]
}
