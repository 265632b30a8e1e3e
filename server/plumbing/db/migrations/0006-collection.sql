create table payments (
  tenant_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  paid_on date not null,
  amount_grosze bigint not null check (amount_grosze > 0),
  currency text not null default 'PLN',
  note text not null default '',
  entered_at timestamptz not null,
  entered_by uuid,
  withdrawn_at timestamptz,
  withdrawn_because text,
  primary key (tenant_id, id)
);
create index payments_of_client on payments (tenant_id, client_id, paid_on);
call guard_tenant_table('payments');

create table payment_allocations (
  tenant_id uuid not null,
  payment_id uuid not null,
  invoice_id uuid not null,
  amount_grosze bigint not null check (amount_grosze > 0),
  primary key (tenant_id, payment_id, invoice_id),
  foreign key (tenant_id, payment_id) references payments (tenant_id, id)
);
create index allocations_of_invoice on payment_allocations (tenant_id, invoice_id);
call guard_tenant_table('payment_allocations');

create table reminders (
  tenant_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  step integer not null,
  at timestamptz not null,
  open_grosze bigint not null,
  interest_grosze bigint not null,
  interest_explanation jsonb not null,
  mail_id uuid,
  primary key (tenant_id, id),
  unique (tenant_id, invoice_id, step)
);
call guard_tenant_table('reminders');
