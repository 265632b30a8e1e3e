-- The desk's own rules of a company: whom an alarm tells and when, its quiet hours, the categories of tickets.
create table desk_rules (
  tenant_id uuid primary key,
  alarms jsonb not null default '{}',
  categories jsonb not null default '[]',
  version integer not null default 1
);
call guard_tenant_table('desk_rules');

-- How much work a person expects; without it the history of the category and priority answers.
alter table tickets add column estimate_minutes integer check (estimate_minutes > 0);

-- Alarms of one company go off in their order.
create index timers_of_tenant on timers (tenant_id, at, id);
create index tickets_by_report on tickets (tenant_id, reported_at);
create index tickets_open_due on tickets (tenant_id, next_due_at)
  where state in ('held', 'received', 'inWork', 'waiting', 'resolved');
