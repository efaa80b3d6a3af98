using HwToken.Factory.Ledger;
using Microsoft.Data.Sqlite;

namespace HwToken.Factory.Registry;

/// <summary>The registry's tables.</summary>
internal static class RegistrySchema
{
    public const int Version = 2;

    /// <summary>"HWTR": tells a registry from other SQLite files.</summary>
    public const int ApplicationId = 0x48575452;

    public const string Sql = """
        PRAGMA user_version = 2;
        PRAGMA application_id = 0x48575452;
        CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE lot (
            identity TEXT PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            instance TEXT NOT NULL,
            place TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            hash BLOB NOT NULL);
        CREATE TABLE range (
            first TEXT PRIMARY KEY,
            last TEXT NOT NULL,
            prefix TEXT NOT NULL,
            number INTEGER NOT NULL,
            count INTEGER NOT NULL,
            lot TEXT NOT NULL REFERENCES lot (identity),
            at INTEGER NOT NULL);
        CREATE TABLE unit (
            id TEXT PRIMARY KEY,
            lot TEXT NOT NULL REFERENCES lot (identity)) WITHOUT ROWID;
        CREATE INDEX unit_lot ON unit (lot);
        CREATE TRIGGER unit_stays BEFORE DELETE ON unit
            BEGIN SELECT RAISE(ABORT, 'an ID that was taken stays taken'); END;
        """;

    /// <summary>True when a file is a registry of this version.</summary>
    public static bool Fits(SqliteConnection connection) =>
        connection.Scalar("PRAGMA application_id") is (long)ApplicationId && connection.Scalar("PRAGMA user_version") is (long)Version;
}
