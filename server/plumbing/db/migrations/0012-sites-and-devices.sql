-- Where a client works and what stands there. Terms of contracts name sites and classes of
-- devices as text, so their names are plain text here too.
create table sites (
  tenant_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  name text not null,
  address_line1 text not null default '',
  address_line2 text not null default '',
  -- A zone of the price list: what a trip there costs.
  travel_zone text not null default '',
  note text not null default '',
  archived_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, client_id) references clients (tenant_id, id)
);
create unique index sites_of_client on sites (tenant_id, client_id, plain(name)) where archived_at is null;
call guard_tenant_table('sites');

create table devices (
  tenant_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  site_id uuid,
  device_class text not null default '',
  name text not null,
  serial_number text not null default '',
  note text not null default '',
  archived_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, client_id) references clients (tenant_id, id),
  foreign key (tenant_id, site_id) references sites (tenant_id, id)
);
create index devices_of_client on devices (tenant_id, client_id);
create unique index devices_by_serial on devices (tenant_id, client_id, plain(serial_number))
  where serial_number <> '' and archived_at is null;
call guard_tenant_table('devices');

-- What a ticket is about. The names as they were then stand in its log, which the clock reads.
alter table tickets add column site_id uuid;
alter table tickets add column device_id uuid;
alter table tickets add column device_class text;
alter table tickets add column impact text;
alter table tickets add column urgency text;
create index tickets_of_device on tickets (tenant_id, device_id) where device_id is not null;
create index tickets_of_site on tickets (tenant_id, site_id) where site_id is not null;
