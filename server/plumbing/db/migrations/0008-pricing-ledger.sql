-- What issued bills leave behind for the next ones, and what is counted without being a ticket.

-- One row for each bill and each month that it speaks of: what its work drew from allowances, what
-- was charged, how pools, blocks and meters stood afterwards. Billing writes here through the door.
create table contract_ledger (
  tenant_id uuid not null,
  contract_id uuid not null,
  invoice_id uuid not null,
  period_from date not null,
  is_late boolean not null default false,
  -- By price item: exact quantities as text, net in grosze.
  drawn jsonb not null default '{}',
  billed jsonb not null default '{}',
  closing jsonb,
  noted_at timestamptz not null,
  primary key (tenant_id, contract_id, invoice_id, period_from),
  foreign key (tenant_id, contract_id) references contracts (tenant_id, id)
);
call guard_tenant_table('contract_ledger');

-- What a contract counts besides tickets and the work on them: readings of meters, how many devices
-- or users there are from a day on, blocks that were bought ahead, events that are charged as one.
create table contract_counts (
  tenant_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  kind text not null check (kind in ('reading', 'units', 'purchase', 'event')),
  at timestamptz not null,
  -- As the price engine reads it, by its kind.
  facts jsonb not null,
  note text not null default '',
  entered_by uuid,
  entered_by_name text not null default '',
  entered_at timestamptz not null,
  removed_at timestamptz,
  removed_because text,
  primary key (tenant_id, id),
  foreign key (tenant_id, contract_id) references contracts (tenant_id, id)
);
create index contract_counts_of_contract on contract_counts (tenant_id, contract_id, kind, at);
call guard_tenant_table('contract_counts');

-- What a person said of a piece of work: waived with a reason, or out of scope by a clause.
create table work_judgements (
  tenant_id uuid not null,
  work_kind text not null,
  work_id text not null,
  verdict text not null check (verdict in ('waived', 'outOfScope')),
  reason text not null default '',
  clause text not null default '',
  judged_by uuid,
  judged_by_name text not null default '',
  judged_at timestamptz not null,
  primary key (tenant_id, work_kind, work_id)
);
call guard_tenant_table('work_judgements');

-- That so much of a package or block is used was said once.
create table package_alerts (
  tenant_id uuid not null,
  contract_id uuid not null,
  item_id text not null,
  -- The month of the package, or the block.
  lot text not null,
  share_bp integer not null,
  at timestamptz not null,
  primary key (tenant_id, contract_id, item_id, lot, share_bp)
);
call guard_tenant_table('package_alerts');

-- Bills that were issued before there was a ledger.
insert into contract_ledger (tenant_id, contract_id, invoice_id, period_from, is_late, drawn, billed, noted_at)
select x.tenant_id, x.contract_id, x.invoice_id, x.period_from, x.period_from < date_trunc('month', i.sale_from),
  coalesce(jsonb_object_agg(x.item_id, x.drawn) filter (where x.drawn is not null), '{}'),
  coalesce(jsonb_object_agg(x.item_id, x.billed) filter (where x.billed is not null), '{}'),
  i.issued_at
from (
  select tenant_id, contract_id, invoice_id, period_from, item_id, max(drawn) as drawn, max(billed) as billed from (
    select s.tenant_id, (s.facts ->> 'contractId')::uuid as contract_id, s.invoice_id,
      (s.facts ->> 'periodFrom')::date as period_from, part ->> 'itemId' as item_id,
      sum(greatest((part ->> 'quantity')::numeric, (part ->> 'counted')::numeric))::text as drawn, null::bigint as billed
    from settled_work s, jsonb_array_elements(s.facts -> 'parts') part
    where part ->> 'counted' is not null and (part ->> 'bin' = 'included' or part ->> 'unit' = 'ticket')
    group by 1, 2, 3, 4, 5
    union all
    select l.tenant_id, l.contract_id, p.invoice_id, date_trunc('month', l.period_from)::date, l.item_id,
      null, sum(case when (l.edit ->> 'isWaived')::boolean then 0
        else coalesce((l.edit ->> 'netGrosze')::bigint, l.net_grosze) end)::bigint
    from proposal_lines l join proposals p on p.tenant_id = l.tenant_id and p.id = l.proposal_id
    where p.state = 'issued' and p.invoice_id is not null and l.contract_id is not null
      and l.item_id is not null and l.period_from is not null and not l.is_informative
    group by 1, 2, 3, 4, 5
  ) figures group by 1, 2, 3, 4, 5
) x join invoices i on i.tenant_id = x.tenant_id and i.id = x.invoice_id
  join contracts c on c.tenant_id = x.tenant_id and c.id = x.contract_id
group by x.tenant_id, x.contract_id, x.invoice_id, x.period_from, i.sale_from, i.issued_at;
