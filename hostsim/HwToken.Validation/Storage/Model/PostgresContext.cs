using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Storage.Model;

/// <summary>The model on PostgreSQL.</summary>
internal sealed class PostgresContext(DbContextOptions<PostgresContext> options) : ValidationContext(options)
{
    protected override string? IdCollation => "C";
}
