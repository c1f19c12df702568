// The office's own year: tasks, documents, plans, goals, training, assets.
import type { Values } from '#shared/kernel/value.ts'
import { day, road, type Step } from './step.ts'

export function taskSteps(year: number): readonly Step[] {
  const task = (index: number, more: Values): Values => ({
    taskNo: `DB-${year}-${String(index).padStart(3, '0')}`,
    leader: '周主席',
    owner: '经办人',
    ...more,
  })
  const rows = [
    task(1, { source: '会议决定', task: '修订福利发放办法', mode: '主办', lead: '办公室', assigned: `${year}-02-10`, due: `${year}-04-30` }),
    task(2, { source: '上级工会交办', task: '报送职工之家建设情况', mode: '会办', lead: '组织部', co: '宣教部', assigned: `${year}-03-03`, due: `${year}-03-31` }),
    task(3, { source: '来信来访', task: '答复一车间饮水问题', mode: '主办', lead: '后勤部', assigned: `${year}-05-06`, due: `${year}-05-20` }),
    task(4, { source: '领导交办', task: '调研加班调休落实情况', mode: '主办', lead: '组织部', assigned: `${year}-08-01`, due: `${year}-09-15` }),
  ].map((row): Values => ({
    status: '已办结',
    progress: '已按要求办理',
    result: '已办结并书面反馈',
    doneDate: `${year}-09-10`,
    feedbackDate: `${year}-09-11`,
    feedbackTo: '周主席',
    urged: '到期前电话催办一次',
    reason: '等待部门会签',
    nextStep: '已完成',
    ...row,
  })) // prettier-ignore
  return [
    { type: 'rows', day: day(`${year}-09-12`), kind: 'task', year, by: 'chen', rows },
    ...road(
      { kind: 'task', year },
      {
        propose: day(`${year}-09-13`),
        instruct: day(`${year}-09-14`),
        assign: day(`${year}-09-15`),
        reply: day(`${year}-09-16`),
        review: day(`${year}-09-17`),
        close: day(`${year}-09-18`),
        archive: day(`${year}-12-30`),
      },
    ),
  ]
}

export function documentSteps(year: number): readonly Step[] {
  const rows = [
    ['关于开展职工之家建设的通知', '市总工会', '01-14', '组织部'],
    ['关于做好困难职工帮扶工作的通知', '市总工会', '03-02', '组织部'],
    ['关于报送经费收支情况的通知', '市总工会', '06-20', '财务部'],
  ].map(([title = '', organ = '', date = '', lead = ''], index): Values => ({
    direction: '收文',
    registerNo: `${year}-${String(index + 1).padStart(3, '0')}`,
    date: `${year}-${date}`,
    organ,
    docNo: `市工〔${year}〕${index + 3}号`,
    title,
    copies: 1,
    secrecy: '普通',
    urgency: '平件',
    proposal: `请${lead}提出意见`,
    instruction: '同意拟办意见',
    lead,
    due: `${year}-07-31`,
    result: '已办结',
    repliedOn: `${year}-07-20`,
    filedOn: `${year}-12-30`,
    volume: `${year}-收-1`,
  }))
  return [
    { type: 'rows', day: day(`${year}-07-01`), kind: 'document', year, by: 'sun', rows },
    ...road(
      { kind: 'document', year },
      {
        propose: day(`${year}-07-02`),
        instruct: day(`${year}-07-03`),
        assign: day(`${year}-07-04`),
        reply: day(`${year}-07-20`),
        close: day(`${year}-07-22`),
        archive: day(`${year}-12-30`),
      },
    ),
  ]
}

export function planSteps(year: number): readonly Step[] {
  const rows = [
    ['宣教部', '职工运动会', '05-16', '50102', 8_800_000, '周主席'],
    ['组织部', '工会干部培训（两期）', '05-12', '50501', 3_900_000, '陈主任'],
    ['后勤部', '夏送清凉', '07-15', '50405', 2_200_000, '副主席'],
  ].map(([department = '', title = '', date = '', accountCode = '', cost = 0, leader = ''], index): Values => ({
    planNo: `JH-${year}-0${index + 1}`,
    department,
    title,
    field: '工会工作',
    fit: '一致',
    priority: 'B',
    from: `${year}-${date}`,
    until: `${year}-${date}`,
    leader,
    accountCode,
    cost,
    involved: '办公室',
  }))
  return [
    { type: 'rows', day: day(`${year}-01-10`), kind: 'plan', year, by: 'chen', rows },
    ...road({ kind: 'plan', year }, { coordinate: day(`${year}-01-12`), submit: day(`${year}-01-15`) }),
    { type: 'fill', day: day(`${year}-01-19`), kind: 'plan', year, by: 'zhou', set: { decision: '同意，按计划办' } },
    ...road({ kind: 'plan', year }, { approve: day(`${year}-01-20`), finish: day(`${year}-12-28`) }),
  ]
}

export function objectiveSteps(year: number): readonly Step[] {
  const rows = [
    ['工会干部培训覆盖率', '75%', 4_000, '组织部'],
    ['困难职工建档率', '100%', 3_000, '组织部'],
    ['职工之家达标', '2 个', 3_000, '后勤部'],
  ].map(([indicator = '', target = '', weight = 0, lead = ''], index): Values => ({
    goalNo: `MB-0${index + 1}`,
    overall: '服务职工、建好工会',
    indicator,
    target,
    weight,
    leader: '副主席',
    lead,
    owner: '责任人',
    due: `${year}-12-20`,
    measures: '按季度推进',
  }))
  const base = { kind: 'objective', year } as const
  return [
    { type: 'rows', day: day(`${year}-01-12`), ...base, by: 'chen', rows },
    ...road(base, { submit: day(`${year}-01-13`), sign: day(`${year}-01-20`) }),
    { type: 'fill', day: day(`${year}-04-02`), ...base, by: 'chen', set: { q1: 2_500 } },
    { type: 'fill', day: day(`${year}-07-02`), ...base, by: 'chen', set: { q2: 5_000 } },
    { type: 'fill', day: day(`${year}-10-09`), ...base, by: 'chen', set: { q3: 8_000 } },
    { type: 'fill', day: day(`${year}-12-22`), ...base, by: 'chen', set: { q4: 10_000, done: '已完成' } },
    ...road(base, { appraise: day(`${year}-12-23`) }),
    { type: 'fill', day: day(`${year}-12-24`), ...base, by: 'chen', set: { score: 96 } },
    ...road(base, { confirm: day(`${year}-12-26`) }),
  ]
}

export function trainingSteps(year: number): readonly Step[] {
  const rows = [
    ['工会干部培训班（一期）', '05-12', 1_920_000],
    ['工会干部培训班（二期）', '10-16', 1_860_000],
  ].map(([course = '', date = '', cost = 0]): Values => ({
    course,
    topic: '工会业务',
    group: '专兼职工会干部',
    sessions: 1,
    persons: 40,
    from: `${year}-${date}`,
    days: 2,
    venue: '职工学校',
    form: '脱产授课',
    organiser: '组织部',
    accountCode: '50501',
    cost,
  }))
  const base = { kind: 'training', year } as const
  return [
    { type: 'rows', day: day(`${year}-01-14`), ...base, by: 'chen', rows },
    ...road(base, { submit: day(`${year}-01-15`), approve: day(`${year}-01-22`) }),
    { type: 'fill', day: day(`${year}-10-20`), ...base, by: 'chen', set: { outcome: '已完成', attended: 38 } },
    ...road(base, { close: day(`${year}-12-20`) }),
  ]
}

export function assetSteps(year: number): readonly Step[] {
  const things = [
    ['笔记本电脑', '通用设备', 680_000, 6, '办公室'],
    ['投影仪', '通用设备', 450_000, 6, '宣教部'],
    ['会议桌', '家具用具装具及动植物', 320_000, 15, '办公室'],
    ['旧打印机', '通用设备', 240_000, 6, '财务部'],
  ] as const
  const rows = things.map(([name, assetClass, cost, years, department], index): Values => ({
    assetNo: `GD-${year - 3}-00${index + 1}`,
    name,
    class: assetClass,
    quantity: 1,
    unitName: '台',
    price: cost,
    cost,
    bought: `${year - 3}-01-10`,
    origin: '购入',
    moneySource: '工会资金',
    ownership: '工会资产',
    years,
    department,
    keeper: '保管人',
    location: '办公楼',
    condition: '在用',
    counted: `${year}-11-20`,
    countResult: '相符',
  }))
  const base = { kind: 'asset', year, only: { column: 'name', value: '旧打印机' } } as const
  return [
    { type: 'rows', day: day(`${year}-11-21`), kind: 'asset', year, by: 'wang', rows },
    ...road(base, { 'ask-disposal': day(`${year}-11-24`), 'approve-disposal': day(`${year}-12-02`) }),
    {
      type: 'fill',
      day: day(`${year}-12-08`),
      ...base,
      by: 'wang',
      set: { disposal: '报废', disposed: `${year}-12-08`, disposalNo: `工资产〔${year}〕1号`, condition: '已处置' },
    },
    ...road(base, { dispose: day(`${year}-12-09`) }),
  ]
}
