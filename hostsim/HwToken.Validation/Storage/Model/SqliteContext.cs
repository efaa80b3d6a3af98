using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Storage.Model;

/// <summary>The model on SQLite, which compares texts byte for byte by itself.</summary>
internal sealed class SqliteContext(DbContextOptions<SqliteContext> options) : ValidationContext(options)
{
    protected override string? IdCollation => null;
}
