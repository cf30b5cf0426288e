-- A library as the first version left it.
BEGIN;
CREATE TABLE documents ( row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, json TEXT NOT NULL, title TEXT NOT NULL DEFAULT '', kind INTEGER NOT NULL DEFAULT 0, status INTEGER NOT NULL DEFAULT 0, severity INTEGER, start INTEGER, ongoing INTEGER NOT NULL DEFAULT 0, duration INTEGER, completeness REAL NOT NULL DEFAULT 0, zone TEXT NOT NULL DEFAULT '', services TEXT NOT NULL DEFAULT '', tags TEXT NOT NULL DEFAULT '', open_actions INTEGER NOT NULL DEFAULT 0, next_due TEXT NOT NULL DEFAULT '', modified INTEGER NOT NULL DEFAULT 0, trashed INTEGER NOT NULL DEFAULT 0, indexed INTEGER NOT NULL DEFAULT 0);
CREATE INDEX documents_unindexed ON documents (indexed) WHERE indexed = 0;
CREATE INDEX documents_by_start ON documents (trashed, start DESC, modified DESC);
CREATE TABLE history (  sequence INTEGER PRIMARY KEY AUTOINCREMENT,  id TEXT NOT NULL, json TEXT NOT NULL);
CREATE INDEX history_by_id ON history (id, sequence);
CREATE TABLE state (key TEXT PRIMARY KEY, value INTEGER NOT NULL);
CREATE VIRTUAL TABLE texts USING fts5 (title, body, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO documents (row, id, json, title, modified, trashed, indexed) VALUES (1, 'first', '{
  "format": 1,
  "id": "first",
  "kind": "incident",
  "title": "Queue full",
  "status": "draft",
  "summary": {
    "overview": "A worker stood still."
  },
  "created": "2026-05-04T12:00:00Z",
  "modified": "2026-05-04T12:00:00Z"
}
', 'Queue full', 1777896000000000, 0, 1);
INSERT INTO texts (rowid, title, body) VALUES (1, 'Queue full', 'A worker stood still.');
INSERT INTO documents (row, id, json, title, modified, trashed, indexed) VALUES (2, 'second', '{
  "format": 1,
  "id": "second",
  "kind": "incident",
  "title": "Slow pages",
  "status": "draft",
  "summary": {
    "overview": "The cache was cold."
  },
  "created": "2026-05-04T12:00:00Z",
  "modified": "2026-05-04T12:00:00Z"
}
', 'Slow pages', 1777896000000000, 0, 1);
INSERT INTO texts (rowid, title, body) VALUES (2, 'Slow pages', 'The cache was cold.');
INSERT INTO documents (row, id, json, title, modified, trashed, indexed) VALUES (3, 'third', '{
  "format": 1,
  "id": "third",
  "kind": "incident",
  "title": "Thrown away",
  "status": "draft",
  "summary": {
    "overview": "Not needed."
  },
  "created": "2026-05-04T12:00:00Z",
  "modified": "2026-05-04T12:00:00Z"
}
', 'Thrown away', 1777896000000000, 1, 0);
INSERT INTO history (id, json) VALUES ('first', '{
  "format": 1,
  "id": "first",
  "kind": "incident",
  "title": "Queue",
  "status": "draft",
  "summary": {
    "overview": ""
  },
  "created": "2026-05-04T12:00:00Z",
  "modified": "2026-05-04T12:00:00Z"
}
');
INSERT INTO state (key, value) VALUES ('open', 0);
PRAGMA user_version = 1;
COMMIT;
