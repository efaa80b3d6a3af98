using System.Collections.Concurrent;
using HwToken.Service.Api;
using HwToken.Service.Tests.Api.Support;
using HwToken.Validation.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace HwToken.Service.Tests.Api;

/// <summary>What a failing disk leaves in the log.</summary>
public sealed class StorageFailuresTests
{
    [Fact]
    public void A_failing_disk_is_one_line_a_minute_with_a_count_and_no_stack()
    {
        var clock = new FakeTimeProvider();
        var log = new ConcurrentQueue<string>();
        using ILoggerFactory factory = LoggerFactory.Create(builder => builder.AddProvider(new QueueLoggerProvider(log)));
        var failures = new StorageFailures(factory.CreateLogger<StorageFailures>(), clock);
        var full = new StorageException("Look for space on the disk.", new SqliteException("database or disk is full", 13));
        for (int i = 0; i < 60; i++)
        {
            failures.Note(full);
            failures.Note(full);
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Contains("last such line: 1.", Assert.Single(log));
        failures.Note(full);
        string second = log.Last();
        Assert.Equal(2, log.Count);
        Assert.Contains("last such line: 120.", second);
        Assert.Contains("space on the disk", second);
        Assert.Contains("disk is full", second);
        Assert.DoesNotContain("\n", second);
        Assert.DoesNotContain("   at ", second);
    }
}
