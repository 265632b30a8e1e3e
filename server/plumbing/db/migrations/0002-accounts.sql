-- Identities are global: one person, one sign-in, several hats.
create schema identity;

create table identity.identities (
  id uuid primary key,
  email text not null unique,
  name text not null default '',
  password_hash text,
  language text not null default 'pl',
  confirmed_at timestamptz,
  created_at timestamptz not null
);

create table identity.sessions (
  token_hash text primary key,
  identity_id uuid not null,
  kind text not null check (kind in ('staff', 'contact')),
  tenant_id uuid not null,
  subject_id uuid not null,
  user_agent text not null default '',
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_of_identity on identity.sessions (identity_id);

create table identity.link_tokens (
  token_hash text primary key,
  purpose text not null,
  email text not null,
  identity_id uuid,
  tenant_id uuid,
  subject_id uuid,
  facts jsonb not null default '{}',
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Which companies a person may enter, and as whom. The rows they name live in tenant tables.
create table identity.hats (
  identity_id uuid not null,
  tenant_id uuid not null,
  kind text not null check (kind in ('staff', 'contact')),
  subject_id uuid not null,
  primary key (identity_id, tenant_id, kind, subject_id)
);

-- Counted attempts for rate limits across processes (real time).
create table identity.attempts (
  bucket text not null,
  window_start timestamptz not null,
  count integer not null,
  primary key (bucket, window_start)
);

create table staff (
  tenant_id uuid not null,
  id uuid not null,
  identity_id uuid,
  name text not null,
  email text not null,
  phone text not null default '',
  role text not null check (role in ('owner', 'manager', 'accountManager', 'technician', 'billing')),
  invited_at timestamptz,
  joined_at timestamptz,
  left_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, email)
);
call guard_tenant_table('staff');

create table work_calendars (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  calendar jsonb not null,
  is_default boolean not null default false,
  version integer not null default 1,
  primary key (tenant_id, id)
);
call guard_tenant_table('work_calendars');

create table staff_settings (
  tenant_id uuid not null,
  staff_id uuid not null,
  settings jsonb not null default '{}',
  primary key (tenant_id, staff_id)
);
call guard_tenant_table('staff_settings');

-- The application role may touch identities: who they are for a company is decided by the
-- tenant tables. It never reads passwords or the hashes of sessions.
grant usage on schema identity to opiekun_app;
grant select (id, email, name, language, confirmed_at, created_at), insert, update (name, language, confirmed_at) on identity.identities to opiekun_app;
grant insert on identity.link_tokens to opiekun_app;
grant select, insert, delete on identity.hats to opiekun_app;
grant select (identity_id, tenant_id, kind, subject_id), delete on identity.sessions to opiekun_app;
grant select, insert, update on tenant_slugs to opiekun_app;
