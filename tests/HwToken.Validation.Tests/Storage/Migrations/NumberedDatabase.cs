using HwToken.Validation.Storage;

namespace HwToken.Validation.Tests.Storage.Migrations;

/// <summary>The schemas from before EF Core, as their program made them.</summary>
internal static class NumberedDatabase
{
    private const string First =
        """
        CREATE TABLE credentials (
            id {id} NOT NULL PRIMARY KEY, lot text NOT NULL, type integer NOT NULL, algorithm integer NOT NULL, digits integer NOT NULL,
            period integer NOT NULL, secret_key integer NOT NULL, secret {bytes} NOT NULL, state integer NOT NULL, locked_at bigint NOT NULL,
            failures integer NOT NULL, next_factor bigint NOT NULL, drift_offset {real} NOT NULL, drift_rate {real} NOT NULL,
            drift_offset_variance {real} NOT NULL, drift_covariance {real} NOT NULL, drift_rate_variance {real} NOT NULL, drift_at bigint NOT NULL,
            imported_at bigint NOT NULL, activated_at bigint NOT NULL, last_success_at bigint NOT NULL, not_before bigint NOT NULL,
            not_after bigint NOT NULL, replaced_by text NOT NULL, audit_seq bigint NOT NULL, audit_head {bytes} NOT NULL
        );
        CREATE TABLE audit (
            id {identity}, credential_id {id} NOT NULL, seq bigint NOT NULL, at bigint NOT NULL, actor text NOT NULL, event text NOT NULL,
            outcome text NOT NULL, factor bigint NOT NULL, drift_ms bigint NOT NULL, detail text NOT NULL, mac {bytes} NOT NULL
        );
        CREATE UNIQUE INDEX audit_chain ON audit (credential_id, seq);
        CREATE TABLE chains (name text NOT NULL PRIMARY KEY, seq bigint NOT NULL, head {bytes} NOT NULL);
        INSERT INTO chains (name, seq, head) VALUES ('', 0, {nobytes});
        CREATE TABLE api_keys (
            hash {bytes} NOT NULL PRIMARY KEY, id text NOT NULL UNIQUE, role integer NOT NULL, created_at bigint NOT NULL, revoked_at bigint NOT NULL
        );
        CREATE TABLE schema_version (version integer NOT NULL PRIMARY KEY);
        INSERT INTO schema_version (version) VALUES (1);
        """;

    private const string OldImports =
        """
        CREATE TABLE imports (
            ids_digest text NOT NULL PRIMARY KEY, lot text NOT NULL, count integer NOT NULL, imported_at bigint NOT NULL, receipt text NOT NULL
        );
        INSERT INTO imports (ids_digest, lot, count, imported_at, receipt) VALUES ('d', 'OLD', 1, 1, 'a receipt of the first form');
        """;

    private const string Second =
        """
        CREATE TABLE imports (
            ids_sha256 text NOT NULL PRIMARY KEY, file_sha256 text NOT NULL UNIQUE, lot text NOT NULL, count integer NOT NULL,
            imported_at bigint NOT NULL, service text NOT NULL, receipt text NOT NULL
        );
        INSERT INTO schema_version (version) VALUES (2);
        INSERT INTO imports (ids_sha256, file_sha256, lot, count, imported_at, service, receipt) VALUES ('d', 'f', 'OLD', 1, 1, 'service', 'receipt');
        """;

    /// <summary>Makes a database of schema number 1 or 2, with one import.</summary>
    public static string Script(DatabaseKind kind, int number)
    {
        string script = First + (number == 1 ? OldImports : Second);
        (string Name, string Sqlite, string Postgres)[] words =
        [
            ("{bytes}", "blob", "bytea"), ("{real}", "real", "double precision"), ("{nobytes}", "x''", "''::bytea"), ("{id}", "text", "text COLLATE \"C\""),
            ("{identity}", "integer PRIMARY KEY AUTOINCREMENT", "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY"),
        ];
        return words.Aggregate(script, (text, word) => text.Replace(word.Name, kind == DatabaseKind.Sqlite ? word.Sqlite : word.Postgres, StringComparison.Ordinal));
    }
}
