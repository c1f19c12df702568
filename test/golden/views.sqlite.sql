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
