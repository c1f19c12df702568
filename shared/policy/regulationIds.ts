// Every rule of the domain reference by its id, and why a machine does not check it where no rule does (domain.md §2.1–2.5).

export interface RegulationId {
  readonly id: string
  /** What it asks, in one line. */
  readonly asks: string
  /** Where no rule carries the id: why, and what the product does instead. */
  readonly otherwise?: string
}

export const regulationIds: readonly RegulationId[] = [
  {
    id: 'L-01',
    asks: '按每月全部职工工资总额的 2% 拨缴',
    otherwise: '职工工资总额不在工会的表里；`budget/whole-contribution` 用会员名册的工资基数推算。',
  },
  {
    id: 'L-02',
    asks: '预算、决算和经费审查监督制度，定期报告',
    otherwise: '由流转的证据管：预算要委员会决议和经审会审查才能批准。',
  },
  {
    id: 'L-03',
    asks: '不得侵占、挪用和任意调拨',
    otherwise: '是行为，不是数；账本让每笔改动有名有姓，`execution/over-budget` 管超预算。',
  },
  {
    id: 'L-04',
    asks: '经费主要用于职工服务和工会活动',
    otherwise: '“主要”没有规定比例，机器不作判断；“预算执行情况表”按科目列出。',
  },
  {
    id: 'L-05',
    asks: '按月 15 日前缴纳，逾期按日加收滞纳金',
    otherwise: '缴费由单位行政或税务办理，工会的表里没有缴费日期。',
  },
  { id: 'L-06', asks: '会费为本人工资的 0.5%，10 元以下部分不计' },
  {
    id: 'L-07',
    asks: '2% 的留成与上缴比例',
    otherwise: '各系统比例不同（60/40、78/22 等），要有本单位的文件；政策包没有这一项时不猜。',
  },
  {
    id: 'L-08',
    asks: '拨缴经费收入约等于工资总额 × 2% × 留成率',
    otherwise: '缺工资总额和留成率；`budget/whole-contribution` 只查是否把应上缴的部分也列了收入。',
  },
  { id: 'B-01', asks: '量入为出、收支平衡' },
  { id: 'B-02', asks: '不得编制赤字预算' },
  { id: 'B-03', asks: '期末滚存结余不小于零' },
  { id: 'B-04', asks: '动用结余要有原因和重大支出项目' },
  { id: 'B-05', asks: '全部收支纳入预算' },
  { id: 'B-06', asks: '严禁无预算、超预算' },
  { id: 'B-07', asks: '按公历年度编，一年一本' },
  { id: 'B-08', asks: '提前约两个月编制', otherwise: '只是提醒的时间，不是表里的数。' },
  {
    id: 'B-09',
    asks: '委员会讨论通过、经审会审查、上级批准或备案',
    otherwise: '由预算的流转管：每一步要登记届、次、日期和文号，缺了不能前进。',
  },
  { id: 'B-10', asks: '批准前只支必要的基本费用' },
  { id: 'B-11', asks: '预算调整一年一次，程序与预算相同' },
  { id: 'B-12', asks: '调整后 = 年初核定 + 调整数' },
  { id: 'B-13', asks: '结转连续两年未用视同结余' },
  { id: 'B-14', asks: '预备费比例' },
  { id: 'B-15', asks: '预算稳定调节基金只用于县级以上' },
  { id: 'B-16', asks: '后备金等已经取消' },
  { id: 'B-17', asks: '基层一般不列行政支出、资本性支出' },
  { id: 'B-18', asks: '专项补助专款专用' },
  { id: 'B-19', asks: '拨缴经费收入不含应上缴部分' },
  {
    id: 'B-20',
    asks: '行政补助要与工会工作有关，不得设小金库',
    otherwise: '是否“有关”要人判断；`budget/designated-use` 要求写明用途，八不准用语另有提示。',
  },
  { id: 'B-21', asks: '上级科目与合计等于明细之和' },
  { id: 'B-22', asks: '执行率提示' },
  { id: 'B-23', asks: '上报后不许更改', otherwise: '由流转管：提交以后的状态是锁定的，只能退回再改。' },
  { id: 'E-01', asks: '优秀学员奖励以精神为主' },
  { id: 'E-02', asks: '文体活动获奖人数不超过规定比例' },
  { id: 'E-03', asks: '伙食补助不超标准、不发现金' },
  { id: 'E-04', asks: '观影、春秋游等不超过当年会费的四倍' },
  { id: 'E-05', asks: '春秋游当日往返' },
  { id: 'E-06', asks: '节日慰问限法定节日' },
  { id: 'E-07', asks: '节日慰问不发现金、购物卡，不超标准' },
  { id: 'E-08', asks: '节日慰问面向全体会员，标准一致' },
  { id: 'E-09', asks: '生日慰问发实物或蛋糕券，一年一次' },
  { id: 'E-10', asks: '结婚、生育慰问的形式与条件' },
  { id: 'E-11', asks: '住院、去世慰问，同一病种一年一次' },
  { id: 'E-12', asks: '退休离岗纪念品，一人一次' },
  { id: 'E-13', asks: '享受的资格' },
  { id: 'E-14', asks: '体检由单位承担' },
  { id: 'E-15', asks: '人员工资由单位行政承担' },
  { id: 'E-16', asks: '专职工会干部只以普通会员身份得奖' },
  { id: 'E-17', asks: '不得重复奖励' },
  { id: 'E-18', asks: '劳动竞赛奖金从单位工资里开支' },
  {
    id: 'E-19',
    asks: '兼职工会干部补贴标准',
    otherwise: '没有补贴发放表；标准按职务分档，各省不同，须由管理员录入政策包。',
  },
  { id: 'E-20', asks: '送温暖、帮扶的标准与转账实名发放' },
  { id: 'E-21', asks: '不得捐赠赞助、办预付卡、借款担保、理财' },
  { id: 'E-22', asks: '脱贫地区农副产品采购比例' },
  { id: '八不准', asks: '32号第22条的八个“不准”：按用语提示；第5条（账户并入行政账户）在表里看不出来' },
  { id: 'G-01', asks: '重大收支集体研究决定' },
  { id: 'G-02', asks: '经办、审核、审批、付款分开' },
  { id: 'G-03', asks: '实名发放、实名签收' },
  { id: 'G-04', asks: '报账要件：发票、签领表、转账信息' },
  { id: 'G-05', asks: '大写金额与小写一致' },
  { id: 'G-06', asks: '购买物品要有验收证明' },
  {
    id: 'G-07',
    asks: '每年向会员大会报告，收支公开',
    otherwise: '报告是会议上的事；预算、决算流转要登记大会决议，公示页公开结果。',
  },
  { id: 'G-08', asks: '更正不得涂改，保留痕迹', otherwise: '由账本管：只增不改，每格有历史，撤销也是一次新的上报。' },
]
