create table conversations (
  tenant_id uuid not null,
  id uuid not null,
  client_id uuid,
  contact_id uuid,
  -- A conversation belongs to a ticket or is free.
  ticket_id uuid,
  subject text not null default '',
  last_message_at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create index conversations_recent on conversations (tenant_id, last_message_at desc);
call guard_tenant_table('conversations');

create table tickets (
  tenant_id uuid not null,
  id uuid not null,
  number integer not null,
  client_id uuid,
  contract_id uuid,
  contact_id uuid,
  conversation_id uuid not null,
  reporter_name text not null default '',
  reporter_email text not null default '',
  source text not null check (source in ('form', 'panel', 'email', 'manual', 'api')),
  subject text not null,
  priority text not null,
  proposed_priority text,
  category text,
  assignee_id uuid,
  reported_at timestamptz not null,
  held_because text,
  held_facts jsonb not null default '{}',
  admitted_at timestamptz,
  refused_at timestamptz,
  mark text,
  merged_into_id uuid,
  follows_id uuid,
  -- Our own fault or warranty: the ticket does not count for the package.
  not_counted_because text,
  -- The report was confirmed, or could be trusted from the start.
  sender_is_trusted boolean not null default true,
  -- Caches of the log, for lists and alarms; the truth is ticket_log and the terms.
  state text not null,
  waiting_for text,
  next_due_at timestamptz,
  react_by timestamptz,
  resolve_by timestamptz,
  clocks jsonb,
  alarms jsonb not null default '{}',
  resolved_at timestamptz,
  closed_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  foreign key (tenant_id, conversation_id) references conversations (tenant_id, id)
);
create index tickets_queue on tickets (tenant_id, state, next_due_at);
create index tickets_of_client on tickets (tenant_id, client_id, reported_at desc);
create index tickets_of_contract on tickets (tenant_id, contract_id, reported_at);
create index tickets_search on tickets using gin (plain(subject) gin_trgm_ops);
call guard_tenant_table('tickets');

-- The event log of a ticket: what the clock engine reads. Append-only.
create table ticket_log (
  tenant_id uuid not null,
  ticket_id uuid not null,
  seq integer not null,
  at timestamptz not null,
  kind text not null,
  by_kind text not null,
  by_id uuid,
  by_name text not null default '',
  facts jsonb not null default '{}',
  primary key (tenant_id, ticket_id, seq),
  foreign key (tenant_id, ticket_id) references tickets (tenant_id, id)
);
call guard_tenant_table('ticket_log');

create table messages (
  tenant_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  at timestamptz not null,
  author_kind text not null check (author_kind in ('staff', 'contact', 'sender', 'automatic')),
  author_id uuid,
  author_name text not null,
  is_internal boolean not null default false,
  channel text not null check (channel in ('panel', 'email', 'form', 'desk', 'api')),
  text_body text not null,
  incoming_mail_id uuid,
  mail_message_id text,
  files jsonb not null default '[]',
  primary key (tenant_id, id),
  foreign key (tenant_id, conversation_id) references conversations (tenant_id, id)
);
create index messages_of_conversation on messages (tenant_id, conversation_id, at);
create index messages_by_message_id on messages (tenant_id, mail_message_id);
create index messages_search on messages using gin (plain(text_body) gin_trgm_ops);
call guard_tenant_table('messages');

-- Trigram operators are not leakproof: under row security PostgreSQL may not use their index.
-- So this reviewed function looks past the policy, reads the tenant from the setting only and
-- gives back ids, which the caller joins under the policies again.
create function search_tickets(wanted text) returns setof uuid
  language sql stable security definer set search_path = public as $$
  select t.id from tickets t
    where t.tenant_id = current_tenant() and plain(t.subject) like '%' || plain(wanted) || '%'
  union
  select c.ticket_id from messages m join conversations c on c.tenant_id = m.tenant_id and c.id = m.conversation_id
    where m.tenant_id = current_tenant() and c.ticket_id is not null and plain(m.text_body) like '%' || plain(wanted) || '%'
$$;
revoke execute on function search_tickets(text) from public;
grant execute on function search_tickets(text) to opiekun_app;

create table read_marks (
  tenant_id uuid not null,
  conversation_id uuid not null,
  reader_id uuid not null,
  read_at timestamptz not null,
  primary key (tenant_id, conversation_id, reader_id)
);
call guard_tenant_table('read_marks');

create table time_entries (
  tenant_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  staff_id uuid not null,
  place text not null check (place in ('remote', 'onSite')),
  started_at timestamptz not null,
  ended_at timestamptz,
  note text not null default '',
  not_billed_because text,
  removed_at timestamptz,
  removed_because text,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, ticket_id) references tickets (tenant_id, id)
);
create index time_entries_of_ticket on time_entries (tenant_id, ticket_id);
create unique index one_running_timer on time_entries (tenant_id, staff_id) where ended_at is null and removed_at is null;
call guard_tenant_table('time_entries');

create table trips (
  tenant_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  staff_id uuid not null,
  at timestamptz not null,
  kilometres numeric(10, 1),
  note text not null default '',
  not_billed_because text,
  removed_at timestamptz,
  removed_because text,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, ticket_id) references tickets (tenant_id, id)
);
create index trips_of_ticket on trips (tenant_id, ticket_id);
call guard_tenant_table('trips');

create table materials (
  tenant_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  staff_id uuid not null,
  at timestamptz not null,
  name text not null,
  quantity numeric(14, 4) not null,
  unit text not null,
  unit_price numeric(14, 4),
  cost numeric(14, 4),
  not_billed_because text,
  removed_at timestamptz,
  removed_because text,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, ticket_id) references tickets (tenant_id, id)
);
create index materials_of_ticket on materials (tenant_id, ticket_id);
call guard_tenant_table('materials');

-- What a person of the company should see: an alarm, a new ticket, something delegated.
create table notices (
  tenant_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  kind text not null,
  ticket_id uuid,
  conversation_id uuid,
  facts jsonb not null default '{}',
  at timestamptz not null,
  seen_at timestamptz,
  primary key (tenant_id, id)
);
create index notices_of_person on notices (tenant_id, staff_id, at desc);
call guard_tenant_table('notices');

-- Every mail that came in, whatever became of it; the raw message is kept as a file.
create table incoming_mails (
  tenant_id uuid not null,
  id uuid not null,
  source text not null check (source in ('smtp', 'imap', 'http')),
  mailbox_id uuid,
  -- The same message delivered again has the same key.
  dedupe_key text not null,
  message_id text,
  sender text not null default '',
  subject text not null default '',
  received_at timestamptz not null,
  -- Written in the same transaction, once the message has proved to be new.
  raw_file_id uuid,
  outcome text not null check (outcome in ('ticket', 'message', 'note', 'broken', 'autoReply', 'automatic', 'bounce', 'loop', 'failed')),
  ticket_id uuid,
  conversation_id uuid,
  facts jsonb not null default '{}',
  primary key (tenant_id, id),
  unique (tenant_id, dedupe_key)
);
create index incoming_mails_recent on incoming_mails (tenant_id, received_at desc);
create index incoming_mails_by_message_id on incoming_mails (tenant_id, message_id);
call guard_tenant_table('incoming_mails');

create table mailboxes (
  tenant_id uuid not null,
  id uuid not null,
  host text not null,
  port integer not null,
  is_secure boolean not null default true,
  username text not null,
  -- The password, sealed with the key of the data folder.
  secret text not null,
  folder text not null default 'INBOX',
  uid_validity text,
  last_uid bigint not null default 0,
  last_error text,
  last_seen_at timestamptz,
  is_paused boolean not null default false,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, host, username, folder)
);
call guard_tenant_table('mailboxes');
