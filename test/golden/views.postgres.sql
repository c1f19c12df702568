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
