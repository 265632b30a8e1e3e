-- Every wording that left the house on paper, by the code on its pages: a scan of a draft that
-- was edited since is recognised as that, not as unknown. Drafts are thrown away with their
-- contract; what was printed of them stays here, so no foreign key binds it.
create table contract_papers (
  tenant_id uuid not null,
  page_code text not null,
  contract_id uuid not null,
  version_id uuid not null,
  fingerprint text not null,
  first_made_at timestamptz not null,
  primary key (tenant_id, page_code)
);
create index contract_papers_of_version on contract_papers (tenant_id, version_id);
call guard_tenant_table('contract_papers');

-- The company's own DOCX: a version of a template is a row; the newest one that is not archived counts.
create table document_templates (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('contract', 'amendment')),
  name text not null,
  file_id uuid not null,
  sha256 text not null,
  -- What the check found: placeholders used, advised but missing, whether it has its own footer.
  findings jsonb not null,
  is_default boolean not null default false,
  created_at timestamptz not null,
  created_by jsonb not null,
  archived_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id)
);
create unique index default_document_template on document_templates (tenant_id, kind)
  where is_default and archived_at is null;
call guard_tenant_table('document_templates');

-- Absent: the company's default template; there is none: our own text.
alter table contracts add column document_template_id uuid;

-- A contract out to be signed: one row for each address that got a link.
create table signing_requests (
  tenant_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  version_id uuid not null,
  email text not null,
  key_hash text not null,
  -- What the link shows: the kept document, and nothing else after it.
  file_id uuid not null,
  sha256 text not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  opened_at timestamptz,
  withdrawn_at timestamptz,
  accepted_at timestamptz,
  accepted_name text,
  accepted_position text,
  accepted_from text,
  accepted_with text,
  record_file_id uuid,
  primary key (tenant_id, id)
);
create unique index signing_requests_by_key on signing_requests (tenant_id, key_hash);
create index signing_requests_of_version on signing_requests (tenant_id, version_id);
call guard_tenant_table('signing_requests');

-- Signed paper that came back. The originals stay as they came, whatever becomes of them.
create table signed_scans (
  tenant_id uuid not null,
  id uuid not null,
  file_ids jsonb not null,
  -- Where whoever sent it thinks that it belongs; the code on the pages decides.
  wanted_contract_id uuid,
  wanted_number integer,
  state text not null check (state in ('reading', 'matched', 'unreadable', 'incomplete', 'refused', 'dismissed')),
  contract_id uuid,
  number integer,
  refusal_code text,
  refusal_facts jsonb,
  -- Pages with their codes, pages missing, signatures inside the PDF as they state themselves.
  reading jsonb,
  signed_on date,
  received_at timestamptz not null,
  received_by jsonb not null,
  decided_at timestamptz,
  decided_by jsonb,
  version integer not null default 1,
  primary key (tenant_id, id)
);
create index signed_scans_by_state on signed_scans (tenant_id, state, received_at);
create index signed_scans_of_contract on signed_scans (tenant_id, contract_id);
call guard_tenant_table('signed_scans');
