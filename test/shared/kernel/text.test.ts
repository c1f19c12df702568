// Headers, names and characters as they are compared and refused.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  codePointLength,
  findForbiddenCharacter,
  foldText,
  normalizeHeader,
  normalizeName,
  removeForbiddenCharacters,
  toSimplified,
} from '#shared/kernel/text.ts'
import { expectGolden } from '#test/harness/golden.ts'
import { traditionalSource } from '#test/scripts/generateTraditional.ts'

describe('normalizeHeader', () => {
  it.each([
    ['序\n号', '序号', null],
    ['科　　　　目', '科目', null],
    ['編　　碼', '编码', null],
    ['金额（元）', '金额', '元'],
    ['金额(元)', '金额', '元'],
    ['预算数（万元）', '预算数', '万元'],
    ['标准（元/人）', '标准', '元/人'],
    ['金额 （单位：万元）', '金额', '万元'],
    ['＊本年预算数：', '本年预算数', null],
    ['★ 姓名', '姓名', null],
    ['增减（%）', '增减%', '%'],
    ['增减%', '增减%', null],
    ['增减％', '增减%', null],
    ['说明（测算依据）', '说明测算依据', null],
    ['1.项目', '项目', null],
    ['一、收入', '收入', null],
    ['（一）会费', '会费', null],
    ['①拨缴经费', '拨缴经费', null],
    ['2025年决算数', '2025年决算数', null],
    ['1月', '1月', null],
    ['一季度', '一季度', null],
    ['辦結時限', '办结时限', null],
    ['NO．', 'no', null],
    ['调增(+)调减(-)', '调增调减', null],
    ['金额（元）一次性补助', '金额一次性补助', '元'],
    ['12', '12', null],
    ['', '', null],
  ])('reads %j as %j with unit %j', (header, text, unit) => {
    expect(normalizeHeader(header)).toEqual({ text, unit })
  })

  it('gives a text that stays as it is when normalized again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('科目（）()元万 　\n:：*1.一、年%增减編碼①')) }),
        (header) => {
          const once = normalizeHeader(header).text
          expect(normalizeHeader(once).text).toBe(once)
        },
      ),
    )
  })
})

describe('toSimplified', () => {
  it('knows the words of the seeds', () => {
    expect(toSimplified('工會 預算 經費 會員 職工 領導 辦公室 資訊 什么')).toBe(
      '工会 预算 经费 会员 职工 领导 办公室 资讯 什么',
    )
  })

  it('is idempotent and keeps the number of code points', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = toSimplified(text)
        expect(toSimplified(once)).toBe(once)
        expect(codePointLength(once)).toBe(codePointLength(text))
      }),
    )
  })

  it('comes from the dictionaries that its script names', () => {
    expectGolden('shared/kernel/generated/traditional.ts', traditionalSource())
  })
})

describe('normalizeName', () => {
  it.each([
    ['张 三', '张三'],
    ['李　四', '李四'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['阿依古丽・买买提', '阿依古丽·买买提'],
    [' 王五(代) ', '王五(代)'],
    ['John  Smith', 'John Smith'],
    ['䶮𬎆', '䶮𬎆'],
    ['e\u0301', 'é'],
  ])('keeps %j as %j', (text, name) => {
    expect(normalizeName(text)).toBe(name)
  })
})

describe('characters', () => {
  it.each([
    ['\ud800', 'note', 'U+D800'],
    ['a\0', 'note', 'U+0000'],
    ['\u0007', 'note', 'U+0007'],
    ['a\u202eb', 'note', 'U+202E'],
    ['张\u200b三', 'name', 'U+200B'],
    ['a\nb', 'name', 'U+000A'],
    ['a\u200db', 'name', 'U+200D'],
  ] as const)('C4 refuses %j in a %s', (text, kind, codePoint) => {
    expect(findForbiddenCharacter(text, kind)?.codePoint).toBe(codePoint)
    expect(findForbiddenCharacter(removeForbiddenCharacters(text, kind), kind)).toBeUndefined()
  })

  it.each([
    ['👨‍👩‍👧 全家', 'note'],
    ['一\n二\t三\r\n', 'note'],
    ['䶮𬎆·阿卜杜拉', 'name'],
  ] as const)('C8 lets %j pass in a %s', (text, kind) => {
    expect(findForbiddenCharacter(text, kind)).toBeUndefined()
  })

  it('folds width, case, script and spaces for looking up', () => {
    expect(foldText(' 已審批 ')).toBe('已审批')
    expect(foldText('ＡＢ c')).toBe('abc')
  })
})
