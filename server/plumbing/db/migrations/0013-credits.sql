-- What a person decided about a credit that was proposed for a missed target: confirmed with an
-- amount, or declined with a reason. Taken back it stays readable. Bills take confirmed ones.
create table credits (
  tenant_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  contract_id uuid not null,
  -- The month of the verdicts, "2026-11".
  month text not null,
  clause_id text not null,
  target text not null,
  -- Of a clause on the whole month there is no ticket.
  ticket_id uuid,
  verdict text not null check (verdict in ('confirmed', 'declined')),
  proposed_grosze bigint not null,
  amount_grosze bigint not null check (amount_grosze >= 0),
  -- The proposal as the person saw it: clause, arithmetic, how late.
  facts jsonb not null,
  reason text not null default '',
  decided_by uuid,
  decided_by_name text not null default '',
  decided_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  withdrawn_because text,
  primary key (tenant_id, id),
  foreign key (tenant_id, contract_id) references contracts (tenant_id, id)
);
call guard_tenant_table('credits');
create unique index one_credit_decision on credits
  (tenant_id, contract_id, month, clause_id, coalesce(ticket_id, '00000000-0000-0000-0000-000000000000'))
  where withdrawn_at is null;
create index credits_of_client on credits (tenant_id, client_id, verdict);
create index credits_of_ticket on credits (tenant_id, ticket_id);

-- What each issued bill took of a credit: it is settled when nothing is left. Billing writes here
-- through the door of the desk.
create table credit_uses (
  tenant_id uuid not null,
  credit_id uuid not null,
  invoice_id uuid not null,
  invoice_number text not null,
  -- The month of the bill, "2026-11".
  month text not null,
  amount_grosze bigint not null check (amount_grosze > 0),
  at timestamptz not null,
  primary key (tenant_id, credit_id, invoice_id),
  foreign key (tenant_id, credit_id) references credits (tenant_id, id)
);
call guard_tenant_table('credit_uses');

-- What a price list asks of work beyond its time and place: role, service, site, zone, marks. By the
-- names of the engine; empty where the list asks nothing.
alter table time_entries add column facts jsonb not null default '{}';
alter table trips add column facts jsonb not null default '{}';
alter table materials add column facts jsonb not null default '{}';
