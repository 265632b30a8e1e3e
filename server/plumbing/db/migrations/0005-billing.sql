create table proposals (
  tenant_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  currency text not null default 'PLN',
  period_from date not null,
  period_to date not null,
  state text not null check (state in ('open', 'issued', 'skipped')),
  reason text not null default 'withinFee',
  problems jsonb not null default '[]',
  bins jsonb not null default '[]',
  built_at timestamptz not null,
  built_from_hash text not null default '',
  invoice_id uuid,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, client_id, currency, period_from, period_to)
);
call guard_tenant_table('proposals');

create table proposal_lines (
  tenant_id uuid not null,
  id uuid not null,
  proposal_id uuid not null,
  -- Stable over rebuilds: contract + price item + vat + period, or the hand-made line's own id.
  key text not null,
  position integer not null,
  contract_id uuid,
  item_id text,
  name text not null,
  quantity text not null,
  unit text not null,
  unit_price text not null,
  net_grosze bigint not null,
  vat text not null,
  period_from date,
  period_to date,
  is_annex15 boolean not null default false,
  is_informative boolean not null default false,
  is_added boolean not null default false,
  explanation jsonb not null,
  work jsonb not null default '[]',
  -- The person's edit, kept apart from what the engine said; survives a rebuild.
  edit jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, proposal_id, key),
  foreign key (tenant_id, proposal_id) references proposals (tenant_id, id)
);
call guard_tenant_table('proposal_lines');

create table issue_runs (
  tenant_id uuid not null,
  id uuid not null,
  period_from date not null,
  period_to date not null,
  started_at timestamptz not null,
  started_by uuid not null,
  ended_at timestamptz,
  primary key (tenant_id, id)
);
call guard_tenant_table('issue_runs');

create table issue_items (
  tenant_id uuid not null,
  run_id uuid not null,
  proposal_id uuid not null,
  position integer not null,
  state text not null check (state in ('waiting', 'issued', 'failed')),
  invoice_id uuid,
  error_code text,
  error_facts jsonb,
  primary key (tenant_id, run_id, proposal_id),
  foreign key (tenant_id, run_id) references issue_runs (tenant_id, id)
);
call guard_tenant_table('issue_items');

create table invoices (
  tenant_id uuid not null,
  id uuid not null,
  number text not null,
  series text not null,
  series_period text not null,
  series_n integer not null,
  kind text not null check (kind in ('VAT', 'KOR')),
  client_id uuid not null,
  proposal_id uuid,
  corrects_id uuid,
  correction_reason text,
  issued_at timestamptz not null,
  issued_by uuid,
  issue_on date not null,
  sale_from date not null,
  sale_to date not null,
  due_on date not null,
  payment_days integer not null,
  currency text not null default 'PLN',
  seller jsonb not null,
  buyer jsonb not null,
  net_grosze bigint not null,
  vat_grosze bigint not null,
  gross_grosze bigint not null,
  totals jsonb not null,
  is_split_payment boolean not null default false,
  contract_numbers jsonb not null default '[]',
  recipient_emails jsonb not null default '[]',
  content_sha256 text not null,
  pdf_file_id uuid,
  xml_file_id uuid,
  mail_id uuid,
  ksef_state text not null default 'notReported',
  primary key (tenant_id, id),
  unique (tenant_id, number),
  unique (tenant_id, series, series_period, series_n)
);
create unique index one_invoice_per_proposal on invoices (tenant_id, proposal_id) where proposal_id is not null;
create index invoices_of_client on invoices (tenant_id, client_id, issue_on desc);
call guard_tenant_table('invoices');

create table invoice_lines (
  tenant_id uuid not null,
  invoice_id uuid not null,
  position integer not null,
  name text not null,
  quantity text not null,
  unit text not null,
  unit_price text not null,
  net_grosze bigint not null,
  vat text not null,
  period_from date,
  period_to date,
  is_annex15 boolean not null default false,
  is_before boolean not null default false,
  explanation jsonb not null default '{}',
  work jsonb not null default '[]',
  primary key (tenant_id, invoice_id, position),
  foreign key (tenant_id, invoice_id) references invoices (tenant_id, id)
);
call guard_tenant_table('invoice_lines');

-- Which invoice settled which piece of work: the primary key is the promise "billed once".
create table settled_work (
  tenant_id uuid not null,
  work_kind text not null,
  work_id text not null,
  invoice_id uuid not null,
  bin text not null,
  units text not null default '0',
  facts jsonb not null default '{}',
  primary key (tenant_id, work_kind, work_id),
  foreign key (tenant_id, invoice_id) references invoices (tenant_id, id)
);
call guard_tenant_table('settled_work');
