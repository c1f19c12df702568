drop view if exists budget_view;

create view budget_view as
select
  r.id,
  r.p,
  q.unit_id,
  q.year,
  r.state,
  r.csn,
  (r.content::jsonb ->> 'side') as "side",
  (r.content::jsonb ->> 'accountCode') as "account_code",
  (r.content::jsonb ->> 'accountName') as "account_name",
  (r.content::jsonb ->> 'project') as "project",
  (r.content::jsonb ->> 'department') as "department",
  cast((r.content::jsonb ->> 'lastFinal') as bigint) as "last_final_fen",
  cast((r.content::jsonb ->> 'lastBudget') as bigint) as "last_budget_fen",
  cast((r.content::jsonb ->> 'budget') as bigint) as "budget_fen",
  cast((r.content::jsonb ->> 'adjustment') as bigint) as "adjustment_fen",
  cast((r.content::jsonb ->> 'adjusted') as bigint) as "adjusted_fen",
  (r.content::jsonb ->> 'basis') as "basis",
  (r.content::jsonb ->> 'remark') as "remark"
from record as r join "partition" as q on q.p = r.p
where q.kind = 'budget' and r.deleted = 0;

drop view if exists execution_view;

create view execution_view as
select
  r.id,
  r.p,
  q.unit_id,
  q.year,
  r.state,
  r.csn,
  (r.content::jsonb ->> 'seq') as "seq",
  (r.content::jsonb ->> 'side') as "side",
  (r.content::jsonb ->> 'accountCode') as "account_code",
  (r.content::jsonb ->> 'accountName') as "account_name",
  (r.content::jsonb ->> 'project') as "project",
  cast((r.content::jsonb ->> 'approved') as bigint) as "approved_fen",
  cast((r.content::jsonb ->> 'amount') as bigint) as "amount_fen",
  cast((r.content::jsonb ->> 'month') as bigint) as "month_fen",
  cast((r.content::jsonb ->> 'loan') as bigint) as "loan_fen",
  cast((r.content::jsonb ->> 'claim') as bigint) as "claim_fen",
  cast((r.content::jsonb ->> 'date') as date) as "date",
  (r.content::jsonb ->> 'voucherNo') as "voucher_no",
  (r.content::jsonb ->> 'summary') as "summary",
  (r.content::jsonb ->> 'department') as "department",
  (r.content::jsonb ->> 'purpose') as "purpose",
  cast((r.content::jsonb ->> 'participants') as bigint) as "participants",
  cast((r.content::jsonb ->> 'from') as date) as "from",
  cast((r.content::jsonb ->> 'until') as date) as "until",
  (r.content::jsonb ->> 'payee') as "payee",
  (r.content::jsonb ->> 'handler') as "handler",
  (r.content::jsonb ->> 'approver') as "approver",
  (r.content::jsonb ->> 'acceptance') as "acceptance",
  (r.content::jsonb ->> 'meeting') as "meeting",
  (r.content::jsonb ->> 'settlement') as "settlement",
  (r.content::jsonb ->> 'purchase') as "purchase",
  (r.content::jsonb ->> 'fundSource') as "fund_source",
  (r.content::jsonb ->> 'amountInWords') as "amount_in_words",
  (r.content::jsonb ->> 'remark') as "remark"
from record as r join "partition" as q on q.p = r.p
where q.kind = 'execution' and r.deleted = 0;

drop view if exists adjustment_view;

create view adjustment_view as
select
  r.id,
  r.p,
  q.unit_id,
  q.year,
  r.state,
  r.csn,
  (r.content::jsonb ->> 'side') as "side",
  (r.content::jsonb ->> 'accountCode') as "account_code",
  (r.content::jsonb ->> 'accountName') as "account_name",
  (r.content::jsonb ->> 'project') as "project",
  (r.content::jsonb ->> 'department') as "department",
  cast((r.content::jsonb ->> 'approved') as bigint) as "approved_fen",
  cast((r.content::jsonb ->> 'increase') as bigint) as "increase_fen",
  cast((r.content::jsonb ->> 'decrease') as bigint) as "decrease_fen",
  cast((r.content::jsonb ->> 'change') as bigint) as "change_fen",
  cast((r.content::jsonb ->> 'spent') as bigint) as "spent_fen",
  (r.content::jsonb ->> 'reason') as "reason"
from record as r join "partition" as q on q.p = r.p
where q.kind = 'adjustment' and r.deleted = 0;

drop view if exists task_view;

create view task_view as
select
  r.id,
  r.p,
  q.unit_id,
  q.year,
  r.state,
  r.csn,
  (r.content::jsonb ->> 'seq') as "seq",
  (r.content::jsonb ->> 'taskNo') as "task_no",
  (r.content::jsonb ->> 'source') as "source",
  (r.content::jsonb ->> 'sourceReference') as "source_reference",
  (r.content::jsonb ->> 'task') as "task",
  (r.content::jsonb ->> 'goal') as "goal",
  (r.content::jsonb ->> 'leader') as "leader",
  cast((r.content::jsonb ->> 'assigned') as date) as "assigned",
  (r.content::jsonb ->> 'mode') as "mode",
  (r.content::jsonb ->> 'lead') as "lead",
  (r.content::jsonb ->> 'co') as "co",
  (r.content::jsonb ->> 'transferTo') as "transfer_to",
  cast((r.content::jsonb ->> 'transferDate') as date) as "transfer_date",
  (r.content::jsonb ->> 'owner') as "owner",
  (r.content::jsonb ->> 'phone') as "phone",
  (r.content::jsonb ->> 'urgency') as "urgency",
  (r.content::jsonb ->> 'due') as "due",
  (r.content::jsonb ->> 'status') as "status",
  cast((r.content::jsonb ->> 'progressRate') as bigint) as "progress_rate",
  (r.content::jsonb ->> 'progress') as "progress",
  (r.content::jsonb ->> 'urged') as "urged",
  cast((r.content::jsonb ->> 'extendedTo') as date) as "extended_to",
  cast((r.content::jsonb ->> 'extensionFiled') as date) as "extension_filed",
  (r.content::jsonb ->> 'extensionReason') as "extension_reason",
  (r.content::jsonb ->> 'extensionApprover') as "extension_approver",
  (r.content::jsonb ->> 'result') as "result",
  cast((r.content::jsonb ->> 'doneDate') as date) as "done_date",
  cast((r.content::jsonb ->> 'feedbackDate') as date) as "feedback_date",
  (r.content::jsonb ->> 'feedbackTo') as "feedback_to",
  (r.content::jsonb ->> 'closing') as "closing",
  (r.content::jsonb ->> 'reason') as "reason",
  (r.content::jsonb ->> 'nextStep') as "next_step",
  (r.content::jsonb ->> 'archiveNo') as "archive_no",
  (r.content::jsonb ->> 'remark') as "remark"
from record as r join "partition" as q on q.p = r.p
where q.kind = 'task' and r.deleted = 0;

drop view if exists plan_view;

create view plan_view as
select
  r.id,
  r.p,
  q.unit_id,
  q.year,
  r.state,
  r.csn,
  (r.content::jsonb ->> 'planNo') as "plan_no",
  (r.content::jsonb ->> 'department') as "department",
  (r.content::jsonb ->> 'title') as "title",
  (r.content::jsonb ->> 'field') as "field",
  (r.content::jsonb ->> 'fit') as "fit",
  (r.content::jsonb ->> 'priority') as "priority",
  cast((r.content::jsonb ->> 'from') as date) as "from",
  cast((r.content::jsonb ->> 'until') as date) as "until",
  (r.content::jsonb ->> 'venue') as "venue",
  (r.content::jsonb ->> 'leader') as "leader",
  (r.content::jsonb ->> 'persons') as "persons",
  (r.content::jsonb ->> 'goods') as "goods",
  (r.content::jsonb ->> 'accountCode') as "account_code",
  cast((r.content::jsonb ->> 'cost') as bigint) as "cost_fen",
  (r.content::jsonb ->> 'involved') as "involved",
  (r.content::jsonb ->> 'problem') as "problem",
  (r.content::jsonb ->> 'officeOpinion') as "office_opinion",
  (r.content::jsonb ->> 'otherOpinions') as "other_opinions",
  (r.content::jsonb ->> 'decision') as "decision",
  (r.content::jsonb ->> 'deviation') as "deviation",
  cast((r.content::jsonb ->> 'feedback') as date) as "feedback",
  (r.content::jsonb ->> 'remark') as "remark"
from record as r join "partition" as q on q.p = r.p
where q.kind = 'plan' and r.deleted = 0;

drop view if exists objective_view;

create view objective_view as
select
  r.id,
  r.p,
  q.unit_id,
  q.year,
  r.state,
  r.csn,
  (r.content::jsonb ->> 'goalNo') as "goal_no",
  (r.content::jsonb ->> 'overall') as "overall",
  (r.content::jsonb ->> 'stage') as "stage",
  (r.content::jsonb ->> 'indicator') as "indicator",
  (r.content::jsonb ->> 'target') as "target",
  cast((r.content::jsonb ->> 'lastTarget') as bigint) as "last_target",
  cast((r.content::jsonb ->> 'yearTarget') as bigint) as "year_target",
  cast((r.content::jsonb ->> 'weight') as bigint) as "weight",
  (r.content::jsonb ->> 'leader') as "leader",
  (r.content::jsonb ->> 'lead') as "lead",
  (r.content::jsonb ->> 'co') as "co",
  (r.content::jsonb ->> 'owner') as "owner",
  (r.content::jsonb ->> 'due') as "due",
  (r.content::jsonb ->> 'measures') as "measures",
  cast((r.content::jsonb ->> 'signed') as date) as "signed",
  cast((r.content::jsonb ->> 'q1') as bigint) as "q1",
  cast((r.content::jsonb ->> 'q2') as bigint) as "q2",
  cast((r.content::jsonb ->> 'q3') as bigint) as "q3",
  cast((r.content::jsonb ->> 'q4') as bigint) as "q4",
  (r.content::jsonb ->> 'done') as "done",
  cast((r.content::jsonb ->> 'selfScore') as bigint) as "self_score",
  cast((r.content::jsonb ->> 'score') as bigint) as "score",
  (r.content::jsonb ->> 'remark') as "remark"
from record as r join "partition" as q on q.p = r.p
where q.kind = 'objective' and r.deleted = 0;

drop view if exists member_view;

create view member_view as
select
  r.id,
  r.p,
  q.unit_id,
  q.year,
  r.state,
  r.csn,
  (r.content::jsonb ->> 'seq') as "seq",
  (r.content::jsonb ->> 'memberNo') as "member_no",
  (r.content::jsonb ->> 'name') as "name",
  (r.content::jsonb ->> 'sex') as "sex",
  (r.content::jsonb ->> 'nation') as "nation",
  cast((r.content::jsonb ->> 'birthDate') as date) as "birth_date",
  (r.content::jsonb ->> 'education') as "education",
  (r.content::jsonb ->> 'politics') as "politics",
  (r.content::jsonb ->> 'department') as "department",
  (r.content::jsonb ->> 'jobTitle') as "job_title",
  (r.content::jsonb ->> 'skillGrade') as "skill_grade",
  cast((r.content::jsonb ->> 'startedWork') as date) as "started_work",
  (r.content::jsonb ->> 'employment') as "employment",
  (r.content::jsonb ->> 'householdType') as "household_type",
  cast((r.content::jsonb ->> 'ruralWorker') as boolean) as "rural_worker",
  (r.content::jsonb ->> 'newTrade') as "new_trade",
  (r.content::jsonb ->> 'phone') as "phone",
  cast((r.content::jsonb ->> 'joinedOn') as date) as "joined_on",
  (r.content::jsonb ->> 'standing') as "standing",
  cast((r.content::jsonb ->> 'leftOn') as date) as "left_on",
  (r.content::jsonb ->> 'unionPost') as "union_post",
  cast((r.content::jsonb ->> 'mutualAid') as boolean) as "mutual_aid",
  (r.content::jsonb ->> 'honour') as "honour",
  (r.content::jsonb ->> 'emergencyContact') as "emergency_contact",
  (r.content::jsonb ->> 'remark') as "remark",
  cast((r.content::jsonb ->> 'inWageBase') as boolean) as "in_wage_base",
  cast((r.content::jsonb ->> 'duesBase') as bigint) as "dues_base_fen",
  cast((r.content::jsonb ->> 'monthlyDues') as bigint) as "monthly_dues_fen",
  cast((r.content::jsonb ->> 'month1') as bigint) as "month1_fen",
  cast((r.content::jsonb ->> 'month2') as bigint) as "month2_fen",
  cast((r.content::jsonb ->> 'month3') as bigint) as "month3_fen",
  cast((r.content::jsonb ->> 'month4') as bigint) as "month4_fen",
  cast((r.content::jsonb ->> 'month5') as bigint) as "month5_fen",
  cast((r.content::jsonb ->> 'month6') as bigint) as "month6_fen",
  cast((r.content::jsonb ->> 'month7') as bigint) as "month7_fen",
  cast((r.content::jsonb ->> 'month8') as bigint) as "month8_fen",
  cast((r.content::jsonb ->> 'month9') as bigint) as "month9_fen",
  cast((r.content::jsonb ->> 'month10') as bigint) as "month10_fen",
  cast((r.content::jsonb ->> 'month11') as bigint) as "month11_fen",
  cast((r.content::jsonb ->> 'month12') as bigint) as "month12_fen",
  (r.content::jsonb ->> 'duesSignature') as "dues_signature"
from record as r join "partition" as q on q.p = r.p
where q.kind = 'member' and r.deleted = 0;

drop view if exists asset_view;

create view asset_view as
select
  r.id,
  r.p,
  q.unit_id,
  q.year,
  r.state,
  r.csn,
  (r.content::jsonb ->> 'seq') as "seq",
  (r.content::jsonb ->> 'assetNo') as "asset_no",
  (r.content::jsonb ->> 'name') as "name",
  (r.content::jsonb ->> 'class') as "class",
  (r.content::jsonb ->> 'classCode') as "class_code",
  (r.content::jsonb ->> 'model') as "model",
  (r.content::jsonb ->> 'brand') as "brand",
  cast((r.content::jsonb ->> 'quantity') as bigint) as "quantity",
  (r.content::jsonb ->> 'unitName') as "unit_name",
  cast((r.content::jsonb ->> 'price') as bigint) as "price_fen",
  cast((r.content::jsonb ->> 'cost') as bigint) as "cost_fen",
  cast((r.content::jsonb ->> 'bought') as date) as "bought",
  cast((r.content::jsonb ->> 'booked') as date) as "booked",
  (r.content::jsonb ->> 'origin') as "origin",
  (r.content::jsonb ->> 'moneySource') as "money_source",
  (r.content::jsonb ->> 'ownership') as "ownership",
  cast((r.content::jsonb ->> 'years') as bigint) as "years",
  cast((r.content::jsonb ->> 'accumulated') as bigint) as "accumulated_fen",
  (r.content::jsonb ->> 'department') as "department",
  (r.content::jsonb ->> 'keeper') as "keeper",
  (r.content::jsonb ->> 'location') as "location",
  (r.content::jsonb ->> 'condition') as "condition",
  cast((r.content::jsonb ->> 'counted') as date) as "counted",
  (r.content::jsonb ->> 'countResult') as "count_result",
  (r.content::jsonb ->> 'disposal') as "disposal",
  cast((r.content::jsonb ->> 'disposed') as date) as "disposed",
  (r.content::jsonb ->> 'disposalNo') as "disposal_no",
  cast((r.content::jsonb ->> 'disposalIncome') as bigint) as "disposal_income_fen",
  (r.content::jsonb ->> 'remark') as "remark"
from record as r join "partition" as q on q.p = r.p
where q.kind = 'asset' and r.deleted = 0;

drop view if exists training_view;

create view training_view as
select
  r.id,
  r.p,
  q.unit_id,
  q.year,
  r.state,
  r.csn,
  (r.content::jsonb ->> 'seq') as "seq",
  (r.content::jsonb ->> 'course') as "course",
  (r.content::jsonb ->> 'topic') as "topic",
  (r.content::jsonb ->> 'group') as "group",
  cast((r.content::jsonb ->> 'sessions') as bigint) as "sessions",
  cast((r.content::jsonb ->> 'persons') as bigint) as "persons",
  cast((r.content::jsonb ->> 'eligible') as bigint) as "eligible",
  cast((r.content::jsonb ->> 'from') as date) as "from",
  cast((r.content::jsonb ->> 'until') as date) as "until",
  cast((r.content::jsonb ->> 'days') as bigint) as "days",
  (r.content::jsonb ->> 'place') as "place",
  (r.content::jsonb ->> 'form') as "form",
  (r.content::jsonb ->> 'organiser') as "organiser",
  (r.content::jsonb ->> 'contractor') as "contractor",
  (r.content::jsonb ->> 'teachers') as "teachers",
  (r.content::jsonb ->> 'accountCode') as "account_code",
  cast((r.content::jsonb ->> 'cost') as bigint) as "cost_fen",
  (r.content::jsonb ->> 'assessment') as "assessment",
  (r.content::jsonb ->> 'outcome') as "outcome",
  cast((r.content::jsonb ->> 'attended') as bigint) as "attended",
  cast((r.content::jsonb ->> 'satisfaction') as bigint) as "satisfaction",
  (r.content::jsonb ->> 'remark') as "remark"
from record as r join "partition" as q on q.p = r.p
where q.kind = 'training' and r.deleted = 0;
