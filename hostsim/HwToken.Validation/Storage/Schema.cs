namespace HwToken.Validation.Storage;

/// <summary>The schema as numbered steps. A step that has been released is never changed: a new one follows it.</summary>
internal static class Schema
{
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE credentials (
            id {id} NOT NULL PRIMARY KEY,
            lot text NOT NULL,
            type integer NOT NULL,
            algorithm integer NOT NULL,
            digits integer NOT NULL,
            period integer NOT NULL,
            secret_key integer NOT NULL,
            secret {bytes} NOT NULL,
            state integer NOT NULL,
            locked_at bigint NOT NULL,
            failures integer NOT NULL,
            next_factor bigint NOT NULL,
            drift_offset {real} NOT NULL,
            drift_rate {real} NOT NULL,
            drift_offset_variance {real} NOT NULL,
            drift_covariance {real} NOT NULL,
            drift_rate_variance {real} NOT NULL,
            drift_at bigint NOT NULL,
            imported_at bigint NOT NULL,
            activated_at bigint NOT NULL,
            last_success_at bigint NOT NULL,
            not_before bigint NOT NULL,
            not_after bigint NOT NULL,
            replaced_by text NOT NULL,
            audit_seq bigint NOT NULL,
            audit_head {bytes} NOT NULL
        );
        CREATE TABLE audit (
            id {identity},
            credential_id {id} NOT NULL,
            seq bigint NOT NULL,
            at bigint NOT NULL,
            actor text NOT NULL,
            event text NOT NULL,
            outcome text NOT NULL,
            factor bigint NOT NULL,
            drift_ms bigint NOT NULL,
            detail text NOT NULL,
            mac {bytes} NOT NULL
        );
        CREATE UNIQUE INDEX audit_chain ON audit (credential_id, seq);
        CREATE TABLE chains (name text NOT NULL PRIMARY KEY, seq bigint NOT NULL, head {bytes} NOT NULL);
        INSERT INTO chains (name, seq, head) VALUES ('', 0, {nobytes});
        CREATE TABLE api_keys (
            hash {bytes} NOT NULL PRIMARY KEY,
            id text NOT NULL UNIQUE,
            role integer NOT NULL,
            created_at bigint NOT NULL,
            revoked_at bigint NOT NULL
        );
        CREATE TABLE imports (
            ids_digest text NOT NULL PRIMARY KEY,
            lot text NOT NULL,
            count integer NOT NULL,
            imported_at bigint NOT NULL,
            receipt text NOT NULL
        );
        """,

        // Receipts are now signed texts over the file as well, found by either digest. The ones before cannot be told in the new form
        // (nobody knows their file's digest any more): they stay under another name.
        """
        ALTER TABLE imports RENAME TO imports_1;
        CREATE TABLE imports (
            ids_sha256 text NOT NULL PRIMARY KEY,
            file_sha256 text NOT NULL UNIQUE,
            lot text NOT NULL,
            count integer NOT NULL,
            imported_at bigint NOT NULL,
            service text NOT NULL,
            receipt text NOT NULL
        );
        """,
    ];

    /// <summary>Number of steps: the version of a database that is up to date.</summary>
    public static int Version => Steps.Length;

    /// <summary>Brings a database up to date; does nothing when it is.</summary>
    /// <exception cref="InvalidOperationException">The database is newer than the program.</exception>
    public static Task MigrateAsync(IDatabase database, CancellationToken cancellation) => database.MigrateAsync(
        async session =>
        {
            await session.ExecuteAsync("CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL PRIMARY KEY)").ConfigureAwait(false);
            long version = await session.NumberAsync("SELECT COALESCE(MAX(version), 0) FROM schema_version").ConfigureAwait(false);
            if (version > Version)
            {
                throw new InvalidOperationException($"The database has schema version {version}, this program knows {Version}: start the newer program.");
            }

            for (; version < Version; version++)
            {
                await session.ExecuteAsync(For(database.Kind, Steps[version])).ConfigureAwait(false);
                await session.ExecuteAsync("INSERT INTO schema_version (version) VALUES (@version)", ("version", version + 1)).ConfigureAwait(false);
            }
        },
        cancellation);

    private static string For(DatabaseKind kind, string step) => kind == DatabaseKind.Sqlite
        ? step.Replace("{bytes}", "blob", StringComparison.Ordinal).Replace("{real}", "real", StringComparison.Ordinal)
            .Replace("{identity}", "integer PRIMARY KEY AUTOINCREMENT", StringComparison.Ordinal).Replace("{nobytes}", "x''", StringComparison.Ordinal)
            .Replace("{id}", "text", StringComparison.Ordinal)
        : step.Replace("{bytes}", "bytea", StringComparison.Ordinal).Replace("{real}", "double precision", StringComparison.Ordinal)
            .Replace("{identity}", "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY", StringComparison.Ordinal).Replace("{nobytes}", "''::bytea", StringComparison.Ordinal)
            .Replace("{id}", "text COLLATE \"C\"", StringComparison.Ordinal);
}
