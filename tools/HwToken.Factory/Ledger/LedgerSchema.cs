using Microsoft.Data.Sqlite;

namespace HwToken.Factory.Ledger;

/// <summary>The ledger's tables. Triggers keep the rules even against another program that opens the file.</summary>
internal static class LedgerSchema
{
    public const int Version = 3;

    /// <summary>"HWTL": tells a ledger from other SQLite files.</summary>
    public const int ApplicationId = 0x4857544C;

    public const string Sql = """
        PRAGMA user_version = 3;
        PRAGMA application_id = 0x4857544C;
        CREATE TABLE lot (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE unit (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            state INTEGER NOT NULL DEFAULT 0,
            secret BLOB,
            station TEXT,
            committing INTEGER NOT NULL DEFAULT 0,
            reason TEXT,
            verified_at INTEGER,
            clock_error_ms INTEGER,
            next_counter INTEGER NOT NULL,
            firmware TEXT);
        CREATE INDEX unit_state ON unit (state, number);
        CREATE TABLE audit (
            sequence INTEGER PRIMARY KEY,
            at TEXT NOT NULL,
            who TEXT NOT NULL,
            kind INTEGER NOT NULL,
            id TEXT NOT NULL,
            state INTEGER,
            count INTEGER,
            first TEXT NOT NULL,
            last TEXT NOT NULL,
            text TEXT NOT NULL,
            error_ms REAL,
            uncertainty_ms REAL,
            hash BLOB NOT NULL);
        CREATE TABLE clock (
            sequence INTEGER PRIMARY KEY,
            number INTEGER NOT NULL REFERENCES unit (number),
            at INTEGER NOT NULL,
            kind INTEGER NOT NULL,
            error_ms REAL,
            uncertainty_ms REAL);
        CREATE INDEX clock_number ON clock (number, sequence);
        CREATE TRIGGER unit_is_new BEFORE INSERT ON unit WHEN NEW.state <> 0
            BEGIN SELECT RAISE(ABORT, 'a unit begins as reserved'); END;
        CREATE TRIGGER unit_moves_on BEFORE UPDATE OF state ON unit
            WHEN NOT (OLD.state <> 9 AND (NEW.state = 9 OR (NEW.state <= 5 AND NEW.state = OLD.state + 1)))
            BEGIN SELECT RAISE(ABORT, 'no such transition'); END;
        CREATE TRIGGER unit_keeps_identity BEFORE UPDATE OF number, id ON unit
            BEGIN SELECT RAISE(ABORT, 'an ID never changes'); END;
        CREATE TRIGGER unit_keeps_secret BEFORE UPDATE OF secret ON unit WHEN NEW.secret IS NOT NULL
            BEGIN SELECT RAISE(ABORT, 'a secret never changes'); END;
        CREATE TRIGGER unit_stays BEFORE DELETE ON unit
            BEGIN SELECT RAISE(ABORT, 'a unit is never deleted'); END;
        CREATE TRIGGER audit_stays BEFORE DELETE ON audit
            BEGIN SELECT RAISE(ABORT, 'the audit trail only grows'); END;
        CREATE TRIGGER audit_is_fixed BEFORE UPDATE ON audit
            BEGIN SELECT RAISE(ABORT, 'the audit trail only grows'); END;
        """;

    /// <summary>True when a file is a ledger of this version.</summary>
    public static bool Fits(SqliteConnection connection) =>
        connection.Scalar("PRAGMA application_id") is (long)ApplicationId && connection.Scalar("PRAGMA user_version") is (long)Version;
}
