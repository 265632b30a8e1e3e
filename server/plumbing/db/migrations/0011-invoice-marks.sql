-- What an invoice must say of its seller: the act behind an exemption (art. 106e(1)(19) of
-- the VAT act), the cash method (art. 106e(1)(16)).
alter table tenants add column exemption_basis text not null default '';
alter table tenants add column is_cash_method boolean not null default false;

-- The unit of local government or the member of a VAT group that receives what the client
-- buys (FA(3): Podmiot3 with role 8 or 10): name, NIP, address. Empty: the client itself.
alter table clients add column invoice_recipient jsonb;
