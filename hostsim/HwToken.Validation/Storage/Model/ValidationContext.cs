using HwToken.Validation.Storage.Attempts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HwToken.Validation.Storage.Model;

/// <summary>The database as EF Core knows it: one unit of work, in one transaction of <see cref="IDatabase"/>. Each kind of database has a
/// context, and migrations, of its own.</summary>
internal abstract class ValidationContext : DbContext
{
    private StatementRunner? statements;

    protected ValidationContext(DbContextOptions options)
        : base(options)
    {
        ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        Database.AutoSavepointsEnabled = false;
    }

    public DbSet<Credential> Credentials => Set<Credential>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<ChainRow> Chains => Set<ChainRow>();

    public DbSet<ApiKeyRow> ApiKeys => Set<ApiKeyRow>();

    public DbSet<OperatorRow> Operators => Set<OperatorRow>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<ImportedLotRow> Imports => Set<ImportedLotRow>();

    public DbSet<ServiceRow> Service => Set<ServiceRow>();

    public DbSet<PublicTryRow> PublicTries => Set<PublicTryRow>();

    public DbSet<KeyCheckRow> KeyChecks => Set<KeyCheckRow>();

    /// <summary>The statements of an attempt, in this transaction.</summary>
    public StatementRunner Statements => statements ??= new StatementRunner(this);

    /// <summary>How the database is told to compare credential IDs byte for byte; null when it does so by itself.</summary>
    protected abstract string? IdCollation { get; }

    public override void Dispose()
    {
        statements?.Dispose();
        base.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        statements?.Dispose();
        return base.DisposeAsync();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Credential>(table =>
        {
            table.ToTable("credentials").HasKey(row => row.Id);
            table.Ignore(row => row.Parameters).Ignore(row => row.Sealed).Ignore(row => row.Drift).Ignore(row => row.NeedsPair);
            table.Property(row => row.Id).UseCollation(IdCollation);
            table.Property(row => row.Type).HasConversion<int>();
            table.Property(row => row.Algorithm).HasConversion<int>();
            table.Property(row => row.AuditSeq).IsConcurrencyToken();
        });
        modelBuilder.Entity<AuditRow>(table =>
        {
            table.ToTable("audit").HasKey(row => row.Id);
            table.Property(row => row.CredentialId).UseCollation(IdCollation);
            table.HasIndex(row => new { row.CredentialId, row.Seq }, "audit_chain").IsUnique();
        });
        modelBuilder.Entity<ChainRow>(table =>
        {
            table.ToTable("chains").HasKey(row => row.Name);
            table.HasData(new ChainRow { Name = "", Head = [], Mac = [] });
        });
        modelBuilder.Entity<ApiKeyRow>(table =>
        {
            table.ToTable("api_keys").HasKey(row => row.Hash);
            table.Property(row => row.Id).IsRequired();
            table.HasIndex(row => row.Id).IsUnique();
        });
        modelBuilder.Entity<OperatorRow>(table => table.ToTable("operators").HasKey(row => row.Name));
        modelBuilder.Entity<SessionRow>(table =>
        {
            table.ToTable("sessions").HasKey(row => row.Hash);
            table.HasIndex(row => row.Operator);
        });
        modelBuilder.Entity<ImportedLotRow>(table =>
        {
            table.ToTable("imports").HasKey(row => row.IdsSha256);
            table.HasIndex(row => row.FileSha256).IsUnique();
        });
        modelBuilder.Entity<ServiceRow>(table =>
        {
            table.ToTable("service").HasKey(row => row.Id);
            table.Property(row => row.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<KeyCheckRow>(table =>
        {
            table.ToTable("key_checks").HasKey(row => row.Key);
            table.Property(row => row.Key).ValueGeneratedNever();
        });
        modelBuilder.Entity<PublicTryRow>(table =>
        {
            table.ToTable("public_tries").HasKey(row => row.Slot);
            table.Property(row => row.Slot).ValueGeneratedNever();
        });
        foreach (IMutableEntityType type in modelBuilder.Model.GetEntityTypes())
        {
            foreach (IMutableProperty property in type.GetProperties())
            {
                property.SetColumnName(ColumnNames.Of(property.Name));
            }
        }
    }
}
