drop view if exists budget_view;

create view budget_view as
select
  r.id,
  r.p,
  q.unit_id,
  q.year,
  r.state,
  r.csn,
  json_extract(r.content, '$.side') as "side",
  json_extract(r.content, '$.accountCode') as "account_code",
  json_extract(r.content, '$.accountName') as "account_name",
  json_extract(r.content, '$.project') as "project",
  json_extract(r.content, '$.department') as "department",
  cast(json_extract(r.content, '$.lastFinal') as integer) as "last_final_fen",
  cast(json_extract(r.content, '$.lastBudget') as integer) as "last_budget_fen",
  cast(json_extract(r.content, '$.budget') as integer) as "budget_fen",
  cast(json_extract(r.content, '$.adjustment') as integer) as "adjustment_fen",
  cast(json_extract(r.content, '$.adjusted') as integer) as "adjusted_fen",
  json_extract(r.content, '$.basis') as "basis",
  json_extract(r.content, '$.remark') as "remark"
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
  json_extract(r.content, '$.seq') as "seq",
  json_extract(r.content, '$.side') as "side",
  json_extract(r.content, '$.accountCode') as "account_code",
  json_extract(r.content, '$.accountName') as "account_name",
  json_extract(r.content, '$.project') as "project",
  cast(json_extract(r.content, '$.approved') as integer) as "approved_fen",
  cast(json_extract(r.content, '$.amount') as integer) as "amount_fen",
  cast(json_extract(r.content, '$.month') as integer) as "month_fen",
  cast(json_extract(r.content, '$.loan') as integer) as "loan_fen",
  cast(json_extract(r.content, '$.claim') as integer) as "claim_fen",
  json_extract(r.content, '$.date') as "date",
  json_extract(r.content, '$.voucherNo') as "voucher_no",
  json_extract(r.content, '$.summary') as "summary",
  json_extract(r.content, '$.department') as "department",
  json_extract(r.content, '$.purpose') as "purpose",
  cast(json_extract(r.content, '$.participants') as integer) as "participants",
  json_extract(r.content, '$.from') as "from",
  json_extract(r.content, '$.until') as "until",
  json_extract(r.content, '$.payee') as "payee",
  json_extract(r.content, '$.handler') as "handler",
  json_extract(r.content, '$.approver') as "approver",
  json_extract(r.content, '$.acceptance') as "acceptance",
  json_extract(r.content, '$.meeting') as "meeting",
  json_extract(r.content, '$.settlement') as "settlement",
  json_extract(r.content, '$.purchase') as "purchase",
  json_extract(r.content, '$.fundSource') as "fund_source",
  json_extract(r.content, '$.amountInWords') as "amount_in_words",
  json_extract(r.content, '$.remark') as "remark"
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
  json_extract(r.content, '$.side') as "side",
  json_extract(r.content, '$.accountCode') as "account_code",
  json_extract(r.content, '$.accountName') as "account_name",
  json_extract(r.content, '$.project') as "project",
  json_extract(r.content, '$.department') as "department",
  cast(json_extract(r.content, '$.approved') as integer) as "approved_fen",
  cast(json_extract(r.content, '$.increase') as integer) as "increase_fen",
  cast(json_extract(r.content, '$.decrease') as integer) as "decrease_fen",
  cast(json_extract(r.content, '$.change') as integer) as "change_fen",
  cast(json_extract(r.content, '$.spent') as integer) as "spent_fen",
  json_extract(r.content, '$.reason') as "reason"
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
  json_extract(r.content, '$.seq') as "seq",
  json_extract(r.content, '$.taskNo') as "task_no",
  json_extract(r.content, '$.source') as "source",
  json_extract(r.content, '$.sourceReference') as "source_reference",
  json_extract(r.content, '$.task') as "task",
  json_extract(r.content, '$.goal') as "goal",
  json_extract(r.content, '$.leader') as "leader",
  json_extract(r.content, '$.assigned') as "assigned",
  json_extract(r.content, '$.mode') as "mode",
  json_extract(r.content, '$.lead') as "lead",
  json_extract(r.content, '$.co') as "co",
  json_extract(r.content, '$.transferTo') as "transfer_to",
  json_extract(r.content, '$.transferDate') as "transfer_date",
  json_extract(r.content, '$.owner') as "owner",
  json_extract(r.content, '$.phone') as "phone",
  json_extract(r.content, '$.urgency') as "urgency",
  json_extract(r.content, '$.due') as "due",
  json_extract(r.content, '$.status') as "status",
  cast(json_extract(r.content, '$.progressRate') as integer) as "progress_rate",
  json_extract(r.content, '$.progress') as "progress",
  json_extract(r.content, '$.urged') as "urged",
  json_extract(r.content, '$.extendedTo') as "extended_to",
  json_extract(r.content, '$.extensionFiled') as "extension_filed",
  json_extract(r.content, '$.extensionReason') as "extension_reason",
  json_extract(r.content, '$.extensionApprover') as "extension_approver",
  json_extract(r.content, '$.result') as "result",
  json_extract(r.content, '$.doneDate') as "done_date",
  json_extract(r.content, '$.feedbackDate') as "feedback_date",
  json_extract(r.content, '$.feedbackTo') as "feedback_to",
  json_extract(r.content, '$.closing') as "closing",
  json_extract(r.content, '$.reason') as "reason",
  json_extract(r.content, '$.nextStep') as "next_step",
  json_extract(r.content, '$.archiveNo') as "archive_no",
  json_extract(r.content, '$.remark') as "remark"
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
  json_extract(r.content, '$.planNo') as "plan_no",
  json_extract(r.content, '$.department') as "department",
  json_extract(r.content, '$.title') as "title",
  json_extract(r.content, '$.field') as "field",
  json_extract(r.content, '$.fit') as "fit",
  json_extract(r.content, '$.priority') as "priority",
  json_extract(r.content, '$.from') as "from",
  json_extract(r.content, '$.until') as "until",
  json_extract(r.content, '$.venue') as "venue",
  json_extract(r.content, '$.leader') as "leader",
  json_extract(r.content, '$.persons') as "persons",
  json_extract(r.content, '$.goods') as "goods",
  json_extract(r.content, '$.accountCode') as "account_code",
  cast(json_extract(r.content, '$.cost') as integer) as "cost_fen",
  json_extract(r.content, '$.involved') as "involved",
  json_extract(r.content, '$.problem') as "problem",
  json_extract(r.content, '$.officeOpinion') as "office_opinion",
  json_extract(r.content, '$.otherOpinions') as "other_opinions",
  json_extract(r.content, '$.decision') as "decision",
  json_extract(r.content, '$.deviation') as "deviation",
  json_extract(r.content, '$.feedback') as "feedback",
  json_extract(r.content, '$.remark') as "remark"
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
  json_extract(r.content, '$.goalNo') as "goal_no",
  json_extract(r.content, '$.overall') as "overall",
  json_extract(r.content, '$.stage') as "stage",
  json_extract(r.content, '$.indicator') as "indicator",
  json_extract(r.content, '$.target') as "target",
  cast(json_extract(r.content, '$.lastTarget') as integer) as "last_target",
  cast(json_extract(r.content, '$.yearTarget') as integer) as "year_target",
  cast(json_extract(r.content, '$.weight') as integer) as "weight",
  json_extract(r.content, '$.leader') as "leader",
  json_extract(r.content, '$.lead') as "lead",
  json_extract(r.content, '$.co') as "co",
  json_extract(r.content, '$.owner') as "owner",
  json_extract(r.content, '$.due') as "due",
  json_extract(r.content, '$.measures') as "measures",
  json_extract(r.content, '$.signed') as "signed",
  cast(json_extract(r.content, '$.q1') as integer) as "q1",
  cast(json_extract(r.content, '$.q2') as integer) as "q2",
  cast(json_extract(r.content, '$.q3') as integer) as "q3",
  cast(json_extract(r.content, '$.q4') as integer) as "q4",
  json_extract(r.content, '$.done') as "done",
  cast(json_extract(r.content, '$.selfScore') as integer) as "self_score",
  cast(json_extract(r.content, '$.score') as integer) as "score",
  json_extract(r.content, '$.remark') as "remark"
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
  json_extract(r.content, '$.seq') as "seq",
  json_extract(r.content, '$.memberNo') as "member_no",
  json_extract(r.content, '$.name') as "name",
  json_extract(r.content, '$.sex') as "sex",
  json_extract(r.content, '$.nation') as "nation",
  json_extract(r.content, '$.birthDate') as "birth_date",
  json_extract(r.content, '$.education') as "education",
  json_extract(r.content, '$.politics') as "politics",
  json_extract(r.content, '$.department') as "department",
  json_extract(r.content, '$.jobTitle') as "job_title",
  json_extract(r.content, '$.skillGrade') as "skill_grade",
  json_extract(r.content, '$.startedWork') as "started_work",
  json_extract(r.content, '$.employment') as "employment",
  json_extract(r.content, '$.householdType') as "household_type",
  json_extract(r.content, '$.ruralWorker') as "rural_worker",
  json_extract(r.content, '$.newTrade') as "new_trade",
  json_extract(r.content, '$.phone') as "phone",
  json_extract(r.content, '$.joinedOn') as "joined_on",
  json_extract(r.content, '$.standing') as "standing",
  json_extract(r.content, '$.leftOn') as "left_on",
  json_extract(r.content, '$.unionPost') as "union_post",
  json_extract(r.content, '$.mutualAid') as "mutual_aid",
  json_extract(r.content, '$.honour') as "honour",
  json_extract(r.content, '$.emergencyContact') as "emergency_contact",
  json_extract(r.content, '$.remark') as "remark",
  json_extract(r.content, '$.inWageBase') as "in_wage_base",
  cast(json_extract(r.content, '$.duesBase') as integer) as "dues_base_fen",
  cast(json_extract(r.content, '$.monthlyDues') as integer) as "monthly_dues_fen",
  cast(json_extract(r.content, '$.month1') as integer) as "month1_fen",
  cast(json_extract(r.content, '$.month2') as integer) as "month2_fen",
  cast(json_extract(r.content, '$.month3') as integer) as "month3_fen",
  cast(json_extract(r.content, '$.month4') as integer) as "month4_fen",
  cast(json_extract(r.content, '$.month5') as integer) as "month5_fen",
  cast(json_extract(r.content, '$.month6') as integer) as "month6_fen",
  cast(json_extract(r.content, '$.month7') as integer) as "month7_fen",
  cast(json_extract(r.content, '$.month8') as integer) as "month8_fen",
  cast(json_extract(r.content, '$.month9') as integer) as "month9_fen",
  cast(json_extract(r.content, '$.month10') as integer) as "month10_fen",
  cast(json_extract(r.content, '$.month11') as integer) as "month11_fen",
  cast(json_extract(r.content, '$.month12') as integer) as "month12_fen",
  json_extract(r.content, '$.duesSignature') as "dues_signature"
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
  json_extract(r.content, '$.seq') as "seq",
  json_extract(r.content, '$.assetNo') as "asset_no",
  json_extract(r.content, '$.name') as "name",
  json_extract(r.content, '$.class') as "class",
  json_extract(r.content, '$.classCode') as "class_code",
  json_extract(r.content, '$.model') as "model",
  json_extract(r.content, '$.brand') as "brand",
  cast(json_extract(r.content, '$.quantity') as integer) as "quantity",
  json_extract(r.content, '$.unitName') as "unit_name",
  cast(json_extract(r.content, '$.price') as integer) as "price_fen",
  cast(json_extract(r.content, '$.cost') as integer) as "cost_fen",
  json_extract(r.content, '$.bought') as "bought",
  json_extract(r.content, '$.booked') as "booked",
  json_extract(r.content, '$.origin') as "origin",
  json_extract(r.content, '$.moneySource') as "money_source",
  json_extract(r.content, '$.ownership') as "ownership",
  cast(json_extract(r.content, '$.years') as integer) as "years",
  cast(json_extract(r.content, '$.accumulated') as integer) as "accumulated_fen",
  json_extract(r.content, '$.department') as "department",
  json_extract(r.content, '$.keeper') as "keeper",
  json_extract(r.content, '$.location') as "location",
  json_extract(r.content, '$.condition') as "condition",
  json_extract(r.content, '$.counted') as "counted",
  json_extract(r.content, '$.countResult') as "count_result",
  json_extract(r.content, '$.disposal') as "disposal",
  json_extract(r.content, '$.disposed') as "disposed",
  json_extract(r.content, '$.disposalNo') as "disposal_no",
  cast(json_extract(r.content, '$.disposalIncome') as integer) as "disposal_income_fen",
  json_extract(r.content, '$.remark') as "remark"
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
  json_extract(r.content, '$.seq') as "seq",
  json_extract(r.content, '$.course') as "course",
  json_extract(r.content, '$.topic') as "topic",
  json_extract(r.content, '$.group') as "group",
  cast(json_extract(r.content, '$.sessions') as integer) as "sessions",
  cast(json_extract(r.content, '$.persons') as integer) as "persons",
  cast(json_extract(r.content, '$.eligible') as integer) as "eligible",
  json_extract(r.content, '$.from') as "from",
  json_extract(r.content, '$.until') as "until",
  cast(json_extract(r.content, '$.days') as integer) as "days",
  json_extract(r.content, '$.place') as "place",
  json_extract(r.content, '$.form') as "form",
  json_extract(r.content, '$.organiser') as "organiser",
  json_extract(r.content, '$.contractor') as "contractor",
  json_extract(r.content, '$.teachers') as "teachers",
  json_extract(r.content, '$.accountCode') as "account_code",
  cast(json_extract(r.content, '$.cost') as integer) as "cost_fen",
  json_extract(r.content, '$.assessment') as "assessment",
  json_extract(r.content, '$.outcome') as "outcome",
  cast(json_extract(r.content, '$.attended') as integer) as "attended",
  cast(json_extract(r.content, '$.satisfaction') as integer) as "satisfaction",
  json_extract(r.content, '$.remark') as "remark"
from record as r join "partition" as q on q.p = r.p
where q.kind = 'training' and r.deleted = 0;
