-- The life of a contract as facts: what happened is a row, what holds now is derived from rows.

-- A stretch in which a contract is suspended: nothing of it is in force.
create table contract_suspensions (
  tenant_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  from_on date not null,
  -- The last suspended day; empty while it goes on.
  to_on date,
  reason text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  resumed_at timestamptz,
  resumed_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, contract_id) references contracts (tenant_id, id)
);
create index contract_suspensions_of on contract_suspensions (tenant_id, contract_id);
call guard_tenant_table('contract_suspensions');

-- Notices and agreed ends, taken back ones too.
create table contract_endings (
  tenant_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  kind text not null check (kind in ('notice', 'agreement', 'seriousReason')),
  given_by text not null check (given_by in ('us', 'client', 'both')),
  given_on date not null,
  ends_on date not null,
  reason text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, contract_id) references contracts (tenant_id, id)
);
create index contract_endings_of on contract_endings (tenant_id, contract_id);
call guard_tenant_table('contract_endings');

-- A definite term that went on, or was said not to.
create table contract_renewals (
  tenant_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  kind text not null check (kind in ('renewed', 'declined')),
  last_day_before date not null,
  -- The new last day; empty when the contract was declined to go on.
  last_day_after date,
  reason text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, contract_id) references contracts (tenant_id, id)
);
create index contract_renewals_of on contract_renewals (tenant_id, contract_id);
call guard_tenant_table('contract_renewals');

-- Who is away; both days are away. A deputy of the day stands before the deputy of the contract.
create table absences (
  tenant_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  from_on date not null,
  to_on date not null,
  kind text not null check (kind in ('holiday', 'sick', 'training', 'other')),
  deputy_id uuid,
  note text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  version integer not null default 1,
  primary key (tenant_id, id),
  check (from_on <= to_on)
);
create index absences_by_day on absences (tenant_id, to_on, staff_id);
call guard_tenant_table('absences');

-- Price lists of the company: named, with numbered versions. A draft version is edited, a
-- published one never changes; contracts keep their own copy and remember where it came from.
create table price_lists (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  description text not null default '',
  archived_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id)
);
create unique index price_lists_name on price_lists (tenant_id, lower(name)) where archived_at is null;
call guard_tenant_table('price_lists');

create table price_list_versions (
  tenant_id uuid not null,
  id uuid not null,
  price_list_id uuid not null,
  number integer not null,
  price_list jsonb not null,
  note text not null default '',
  is_draft boolean not null default true,
  published_at timestamptz,
  published_by uuid,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, price_list_id, number),
  foreign key (tenant_id, price_list_id) references price_lists (tenant_id, id)
);
create unique index one_draft_of_a_price_list on price_list_versions (tenant_id, price_list_id) where is_draft;
call guard_tenant_table('price_list_versions');

-- Contract templates: terms without people. A clone remembers what it was cloned from.
create table contract_templates (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  trade text not null,
  -- The template it was cloned from; empty: the built-in one of the trade.
  origin_id uuid,
  origin_terms jsonb not null,
  terms jsonb not null,
  archived_at timestamptz,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  primary key (tenant_id, id)
);
create unique index contract_templates_name on contract_templates (tenant_id, lower(name)) where archived_at is null;
call guard_tenant_table('contract_templates');

-- What an index was in a year: our table of published figures is built in, these rows go before it.
create table index_figures (
  tenant_id uuid not null,
  index_key text not null,
  year integer not null,
  -- "103.6": prices per hundred of the year before.
  value text not null,
  source text not null default '',
  announced_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  version integer not null default 1,
  primary key (tenant_id, index_key, year)
);
call guard_tenant_table('index_figures');

-- Amendments in bulk: the yearly indexation, or a new version of a price list. A run proposes one
-- for each contract; a person reviews them; a job makes those that were chosen, each in a transaction of its own.
create table amendment_runs (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('indexation', 'priceList')),
  -- The day from which the amendments hold.
  valid_from date not null,
  facts jsonb not null,
  created_at timestamptz not null,
  created_by uuid,
  started_at timestamptz,
  started_by uuid,
  sends_letters boolean not null default false,
  ended_at timestamptz,
  primary key (tenant_id, id)
);
call guard_tenant_table('amendment_runs');

create table amendment_items (
  tenant_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  contract_id uuid not null,
  position integer not null,
  facts jsonb not null,
  -- Why it is not simply made; a person may still choose it, unless it cannot be made at all.
  problem text,
  is_chosen boolean not null default true,
  version_number integer,
  letter_file_id uuid,
  made_at timestamptz,
  failure jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, run_id, contract_id),
  foreign key (tenant_id, run_id) references amendment_runs (tenant_id, id),
  foreign key (tenant_id, contract_id) references contracts (tenant_id, id)
);
create index amendment_items_of_contract on amendment_items (tenant_id, contract_id);
call guard_tenant_table('amendment_items');

-- What a contract brought along when it was imported: what is left of a package, a prepaid
-- block, the reading of a meter. Billing begins to count from here.
create table opening_balances (
  tenant_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  kind text not null check (kind in ('allowance', 'block', 'meter')),
  -- The price item it belongs to, where the file named it.
  item_id text,
  -- "ticket", "hour", "point", "zloty"; for a meter what it counts.
  unit text not null,
  quantity text not null,
  -- The device of a meter, in the words of the file.
  device text not null default '',
  as_of date not null,
  valid_to date,
  note text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, contract_id) references contracts (tenant_id, id)
);
create index opening_balances_of on opening_balances (tenant_id, contract_id);
call guard_tenant_table('opening_balances');

-- Where the terms of a version came from: the company's price list and the template.
alter table contract_versions add column price_list_id uuid;
alter table contract_versions add column price_list_number integer;
alter table contracts add column template_id uuid;
-- A correction inside settled months is activated only after its effect was shown: for which
-- fingerprint, and the difference of each month.
alter table contract_versions add column effect_shown jsonb;
create index contract_versions_by_price_list on contract_versions (tenant_id, price_list_id) where price_list_id is not null;
-- The list of contracts and the renewal queue read what stands, without drafts and superseded versions.
create index contract_versions_standing on contract_versions (tenant_id, contract_id, valid_from) where superseded_at is null;
-- What lists of contracts say of a version: taken out of its terms once, when they are written.
alter table contract_versions add column account_manager_id text generated always as (terms ->> 'accountManagerId') stored;
alter table contract_versions add column term jsonb generated always as (terms -> 'term') stored;
alter table contract_versions add column indexation jsonb generated always as (terms -> 'indexation') stored;
alter table contract_versions add column fees jsonb generated always as
  (jsonb_path_query_array(terms, '$.priceList.items[*] ? (@.kind == "flatFee").feePrice')) stored;
