-- On which paper a version is printed: 'builtIn', the id of one of the company's own templates, or
-- nothing – then the contract's choice and the company's default decide. What the kept document was
-- printed on is a fact of its own and stays when defaults change.
alter table contract_versions add column paper_choice text;
alter table contract_versions add column printed_on text;

-- A contract that began with the terms of a trade remembers it, as one that began with a template does.
alter table contracts add column template_trade text;

-- What a contract brought along stands in its ledger like what was billed, and is told apart from it:
-- it counts in its month although nothing of ours has settled that month.
alter table contract_ledger add column is_opening boolean not null default false;
update contract_ledger l set is_opening = true
where exists (select 1 from opening_balances b where b.tenant_id = l.tenant_id and b.id = l.invoice_id);

-- Of pools and prepaid blocks, by their price item; a balance that was typed wrong is taken back, never deleted.
alter table opening_balances drop constraint opening_balances_kind_check;
alter table opening_balances add constraint opening_balances_kind_check
  check (kind in ('allowance', 'pool', 'block', 'meter'));
alter table opening_balances add column removed_at timestamptz;
alter table opening_balances add column removed_because text;

-- The papers of a version ask by either of the two.
create index signed_scans_wanted on signed_scans (tenant_id, wanted_contract_id) where wanted_contract_id is not null;
