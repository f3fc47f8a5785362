// One file holds the whole tenant. `sequence` columns rise over all lists (and over all conversations), so "what changed since" is one range.
export const tables = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE sites (
  id TEXT PRIMARY KEY, path TEXT NOT NULL UNIQUE COLLATE NOCASE, created_at TEXT NOT NULL
) STRICT;

-- SharePoint numbers the people and apps of each site for itself (its User Information List).
CREATE TABLE site_people (
  site_id TEXT NOT NULL REFERENCES sites(id), principal_id TEXT NOT NULL, number INTEGER NOT NULL,
  PRIMARY KEY (site_id, principal_id)
) STRICT;

CREATE TABLE site_grants (
  site_id TEXT NOT NULL REFERENCES sites(id), app_id TEXT NOT NULL, display_name TEXT NOT NULL, role TEXT NOT NULL,
  PRIMARY KEY (site_id, app_id)
) STRICT;

CREATE TABLE lists (
  id TEXT PRIMARY KEY, site_id TEXT NOT NULL REFERENCES sites(id), name TEXT NOT NULL COLLATE NOCASE,
  display_name TEXT NOT NULL COLLATE NOCASE, description TEXT NOT NULL, template TEXT NOT NULL,
  created_at TEXT NOT NULL, modified_at TEXT NOT NULL, last_item_id INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  UNIQUE (site_id, name), UNIQUE (site_id, display_name)
) STRICT;

CREATE TABLE columns (
  id TEXT PRIMARY KEY, list_id TEXT NOT NULL REFERENCES lists(id), position INTEGER NOT NULL,
  name TEXT NOT NULL COLLATE NOCASE, definition TEXT NOT NULL, UNIQUE (list_id, name)
) STRICT;

CREATE TABLE items (
  list_id TEXT NOT NULL REFERENCES lists(id), id INTEGER NOT NULL, guid TEXT NOT NULL, version INTEGER NOT NULL,
  sequence INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0, fields TEXT NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, modified_at TEXT NOT NULL, modified_by TEXT NOT NULL,
  PRIMARY KEY (list_id, id)
) STRICT;
CREATE INDEX items_by_change ON items (list_id, sequence);
CREATE INDEX items_latest ON items (sequence);

-- Values of indexed columns, in small letters; not STRICT because a value keeps its own type, text or number.
CREATE TABLE indexed_values (
  list_id TEXT NOT NULL, column_name TEXT NOT NULL, item_id INTEGER NOT NULL, value COLLATE NOCASE,
  PRIMARY KEY (list_id, item_id, column_name)
);
CREATE INDEX indexed_values_by_value ON indexed_values (list_id, column_name, value);

CREATE TABLE drive_items (
  id TEXT PRIMARY KEY, drive_id TEXT NOT NULL REFERENCES lists(id), parent_id TEXT REFERENCES drive_items(id),
  name TEXT NOT NULL COLLATE NOCASE, kind TEXT NOT NULL, path TEXT NOT NULL COLLATE NOCASE, mime_type TEXT NOT NULL,
  size INTEGER NOT NULL, version INTEGER NOT NULL, content BLOB,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, modified_at TEXT NOT NULL, modified_by TEXT NOT NULL,
  UNIQUE (drive_id, path)
) STRICT;
CREATE INDEX drive_items_by_parent ON drive_items (parent_id);

CREATE TABLE file_permissions (
  id TEXT PRIMARY KEY, drive_item_id TEXT NOT NULL REFERENCES drive_items(id), role TEXT NOT NULL,
  user_ids TEXT NOT NULL, link TEXT, created_at TEXT NOT NULL
) STRICT;
CREATE INDEX file_permissions_by_item ON file_permissions (drive_item_id);

CREATE TABLE guests (mail TEXT PRIMARY KEY COLLATE NOCASE, guest TEXT NOT NULL) STRICT;

CREATE TABLE calendar_events (
  id TEXT PRIMARY KEY, mailbox TEXT NOT NULL COLLATE NOCASE, transaction_id TEXT, begins_at TEXT NOT NULL,
  ends_at TEXT NOT NULL, event TEXT NOT NULL, UNIQUE (mailbox, transaction_id)
) STRICT;
CREATE INDEX calendar_events_by_time ON calendar_events (mailbox, begins_at);

CREATE TABLE mail (
  id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, sender TEXT NOT NULL COLLATE NOCASE, message TEXT NOT NULL
) STRICT;
CREATE TABLE mail_recipients (
  mail_id TEXT NOT NULL REFERENCES mail(id), address TEXT NOT NULL COLLATE NOCASE, PRIMARY KEY (mail_id, address)
) STRICT;
CREATE INDEX mail_by_recipient ON mail_recipients (address);

CREATE TABLE activities (
  conversation_id TEXT NOT NULL, id TEXT NOT NULL, sequence INTEGER NOT NULL UNIQUE, deleted INTEGER NOT NULL DEFAULT 0,
  channel_id TEXT NOT NULL, sent_at TEXT NOT NULL, changed_at TEXT NOT NULL, activity TEXT NOT NULL,
  PRIMARY KEY (conversation_id, id)
) STRICT;
CREATE INDEX activities_by_channel ON activities (channel_id, id);

CREATE TABLE subscriptions (
  id TEXT PRIMARY KEY, app_id TEXT NOT NULL, list_id TEXT NOT NULL REFERENCES lists(id), subscription TEXT NOT NULL
) STRICT;
CREATE INDEX subscriptions_by_list ON subscriptions (list_id);
`;
