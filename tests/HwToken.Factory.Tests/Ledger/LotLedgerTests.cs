using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using Microsoft.Data.Sqlite;

namespace HwToken.Factory.Tests.Ledger;

public sealed class LotLedgerTests : IDisposable
{
    private readonly TestFactory _factory = new();

    public void Dispose() => _factory.Dispose();

    [Fact]
    public void The_database_itself_allows_the_rule_s_transitions_and_no_other()
    {
        Lot lot = _factory.Create(count: 49);
        using SqliteConnection raw = Raw(lot);
        int number = 0;
        foreach (UnitState from in Enum.GetValues<UnitState>())
        {
            foreach (UnitState to in Enum.GetValues<UnitState>())
            {
                number++;
                for (int state = 1; state <= (int)from && state <= (int)UnitState.Sealed; state++)
                {
                    Run(raw, $"UPDATE unit SET state = {(from == UnitState.Scrapped ? 9 : state)} WHERE number = {number} AND state <> 9");
                }

                bool isTaken = true;
                try
                {
                    Run(raw, $"UPDATE unit SET state = {(int)to} WHERE number = {number}");
                }
                catch (SqliteException)
                {
                    isTaken = false;
                }

                Assert.True(UnitTransitions.IsAllowed(from, to) == isTaken, $"{from} to {to}");
            }
        }
    }

    [Theory]
    [InlineData("DELETE FROM unit WHERE number = 1")]
    [InlineData("UPDATE unit SET id = 'DPHT00000099' WHERE number = 1")]
    [InlineData("UPDATE unit SET secret = x'00' WHERE number = 1")]
    [InlineData("UPDATE audit SET who = 'nobody'")]
    [InlineData("DELETE FROM audit")]
    [InlineData("INSERT INTO unit (number, id, state, next_counter) VALUES (99, 'DPHT00000099', 3, 0)")]
    public void What_must_stay_stays(string sql)
    {
        Lot lot = _factory.Create(count: 1);
        using SqliteConnection raw = Raw(lot);
        Assert.Throws<SqliteException>(() => Run(raw, sql));
    }

    [Fact]
    public void A_unit_is_taken_once_and_its_intent_is_durable_before_anything_else()
    {
        Lot lot = _factory.Create(count: 2);
        Lot other = _factory.Open();
        string[] taken = [.. new[] { lot, other, lot }.Select(l => l.Ledger.Take("bench port", TestFactory.Who)?.Id ?? "none")];
        Assert.Equal(["DPHT00000001", "DPHT00000002", "none"], taken);
        Assert.Equal(2, other.Ledger.Counts()[UnitState.Writing]);
    }

    [Fact]
    public void Every_commit_waits_for_the_disk()
    {
        Lot lot = _factory.Create(count: 1);
        using SqliteConnection connection = SqliteFile.Open(lot.Folder.Ledger, create: false);
        Assert.Equal(2L, connection.Scalar("PRAGMA synchronous"));
    }

    [Fact]
    public void Scrapped_is_final()
    {
        Lot lot = _factory.Create(count: 1);
        Assert.True(lot.Ledger.TryScrap("DPHT00000001", "fell", TestFactory.Who));
        Assert.False(lot.Ledger.TryScrap("DPHT00000001", "again", TestFactory.Who));
        Assert.Null(lot.Ledger.Take("bench port", TestFactory.Who));
        Assert.Equal("fell", lot.Ledger.Find("DPHT00000001")!.Reason);
    }

    internal static SqliteConnection Raw(Lot lot)
    {
        var raw = new SqliteConnection($"Data Source={lot.Folder.Ledger};Pooling=False");
        raw.Open();
        return raw;
    }

    internal static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
