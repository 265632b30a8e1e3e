-- The ground: roles, the tenant guard, and what every room stands on.
create extension if not exists unaccent;
create extension if not exists pg_trgm;

do $$ begin
  if not exists (select 1 from pg_roles where rolname = 'opiekun_app') then
    create role opiekun_app login;
  end if;
end $$;
grant usage on schema public to opiekun_app;

-- The tenant of this transaction, or null. After `set local` ends the setting reads ''.
create function current_tenant() returns uuid language sql stable
  as $$ select nullif(current_setting('app.tenant', true), '')::uuid $$;

-- Makes a table a tenant table: row level security, and the application role may use it.
create procedure guard_tenant_table(name regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('create policy tenant_only on %s using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', name);
  execute format('grant select, insert, update, delete on %s to opiekun_app', name);
end $$;

-- unaccent is only STABLE; an index needs an immutable wrapper.
create function plain(text) returns text language sql immutable parallel safe
  as $$ select lower(public.unaccent('public.unaccent', $1)) $$;

create table tenants (
  tenant_id uuid primary key,
  slug text not null,
  name text not null,
  kind text not null default 'live' check (kind in ('live', 'sandbox', 'demo')),
  nip text,
  regon text,
  address_line1 text not null default '',
  address_line2 text not null default '',
  country text not null default 'PL',
  email text not null default '',
  phone text not null default '',
  register_sentence text not null default '',
  representation text not null default '',
  bank_account text not null default '',
  bank_name text not null default '',
  language text not null default 'pl',
  timezone text not null default 'Europe/Warsaw',
  trade text not null default 'generic',
  priorities jsonb not null default '[]',
  default_vat text not null default '23',
  invoice_pattern text not null default 'FV/{n}/{MM}/{YYYY}',
  correction_pattern text not null default 'KOR/{n}/{MM}/{YYYY}',
  contract_pattern text not null default 'UM/{YYYY}/{n}',
  payment_days integer not null default 14,
  large_enterprise boolean not null default false,
  intake_secret text not null,
  smtp jsonb,
  onboarding jsonb not null default '{}',
  -- Sandbox only: the movable clock, and the moment it was told to reach.
  clock_now timestamptz,
  clock_target timestamptz,
  mail_allow_list jsonb not null default '[]',
  created_at timestamptz not null,
  version integer not null default 1
);
call guard_tenant_table('tenants');

-- Global directory: which company answers to which name in addresses.
create table tenant_slugs (
  slug text primary key,
  tenant_id uuid not null
);

create table events (
  tenant_id uuid not null,
  id bigint generated always as identity,
  at timestamptz not null,
  kind text not null,
  subject_kind text not null,
  subject_id uuid,
  actor jsonb not null,
  facts jsonb not null default '{}',
  primary key (tenant_id, id)
);
create index events_of_subject on events (tenant_id, subject_kind, subject_id, id);
call guard_tenant_table('events');

create table timers (
  tenant_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  what text not null,
  subject_id uuid not null,
  key text not null default '',
  facts jsonb not null default '{}',
  primary key (tenant_id, id),
  unique (tenant_id, what, subject_id, key)
);
create index timers_due on timers (at);
call guard_tenant_table('timers');

create table idempotency_keys (
  tenant_id uuid not null,
  scope text not null,
  key text not null,
  request_hash text not null,
  status integer,
  body jsonb,
  created_at timestamptz not null,
  primary key (tenant_id, scope, key)
);
call guard_tenant_table('idempotency_keys');

create table counters (
  tenant_id uuid not null,
  series text not null,
  period text not null,
  last integer not null,
  primary key (tenant_id, series, period)
);
call guard_tenant_table('counters');

create table files (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  media_type text not null,
  bytes integer not null,
  sha256 text not null,
  storage_key text not null,
  created_at timestamptz not null,
  created_by jsonb not null,
  primary key (tenant_id, id)
);
call guard_tenant_table('files');

-- Everything that leaves by mail stands here first; without an SMTP server it stays here to be read.
create table mails (
  tenant_id uuid not null,
  id uuid not null,
  message_id text not null,
  kind text not null,
  sender text not null,
  reply_to text,
  recipients jsonb not null,
  subject text not null,
  text_body text not null,
  html_body text,
  headers jsonb not null default '{}',
  attachments jsonb not null default '[]',
  -- Holds a sign-in link: masked for everybody but its addressee.
  secret boolean not null default false,
  subject_kind text,
  subject_id uuid,
  state text not null check (state in ('queued', 'sending', 'sent', 'kept', 'failed', 'uncertain')),
  attempts integer not null default 0,
  unanswered integer not null default 0,
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, message_id)
);
create index mails_recent on mails (tenant_id, created_at desc);
create index mails_of_subject on mails (tenant_id, subject_kind, subject_id);
call guard_tenant_table('mails');
