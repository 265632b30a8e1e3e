create table clients (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  nip text,
  regon text,
  address_line1 text not null default '',
  address_line2 text not null default '',
  country text not null default 'PL',
  email text not null default '',
  invoice_email text not null default '',
  phone text not null default '',
  register_sentence text not null default '',
  representation text not null default '',
  account_manager_id uuid,
  -- FA(3): unit of a local government (JST), member of a VAT group (GV).
  is_local_government boolean not null default false,
  is_vat_group_member boolean not null default false,
  is_taxable_person boolean not null default true,
  is_large_enterprise boolean not null default false,
  notes text not null default '',
  archived_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id)
);
create unique index clients_nip on clients (tenant_id, nip) where nip is not null and archived_at is null;
create index clients_search on clients using gin (plain(name) gin_trgm_ops);
call guard_tenant_table('clients');

create table contacts (
  tenant_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  name text not null,
  email text not null,
  phone text not null default '',
  position text not null default '',
  has_panel_access boolean not null default true,
  is_supervisor boolean not null default false,
  receives_invoices boolean not null default false,
  identity_id uuid,
  language text not null default 'pl',
  invited_at timestamptz,
  left_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, client_id) references clients (tenant_id, id)
);
create index contacts_email on contacts (tenant_id, email);
-- One person stands on a client's list once; the same address may stand at two clients.
create unique index contacts_of_client on contacts (tenant_id, client_id, email) where left_at is null;
call guard_tenant_table('contacts');

create table contracts (
  tenant_id uuid not null,
  id uuid not null,
  number text not null,
  client_id uuid not null,
  concluded_on date,
  valid_from date not null,
  valid_to date,
  activated_at timestamptz,
  activated_by uuid,
  suspended_at timestamptz,
  ended_on date,
  end_reason text,
  -- Billing writes here, through our door, up to which day the contract is settled.
  settled_to date,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  foreign key (tenant_id, client_id) references clients (tenant_id, id)
);
create index contracts_of_client on contracts (tenant_id, client_id, valid_from);
call guard_tenant_table('contracts');

-- Terms are versioned data: valid time (valid_from, valid_to) and recorded time (recorded_at,
-- superseded_at). A draft is not a fact yet: only it may be edited or thrown away.
create table contract_versions (
  tenant_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  number integer not null,
  kind text not null check (kind in ('original', 'amendment', 'correction')),
  -- A correction stands in the place of this version.
  corrects_id uuid,
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  recorded_by uuid,
  reason text,
  is_draft boolean not null default true,
  terms jsonb not null,
  fingerprint text not null,
  page_code text not null,
  sent_at timestamptz,
  document_file_id uuid,
  document_sha256 text,
  signed_scan_file_id uuid,
  signed_on date,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, contract_id, number),
  foreign key (tenant_id, contract_id) references contracts (tenant_id, id)
);
create unique index one_draft_of_a_contract on contract_versions (tenant_id, contract_id) where is_draft;
create index contract_versions_by_code on contract_versions (tenant_id, page_code);
call guard_tenant_table('contract_versions');
