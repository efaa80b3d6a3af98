using HwToken.Service.Portal.Web;

namespace HwToken.Service.Tests.Portal;

/// <summary>How long a public answer takes tells nothing of what was found.</summary>
public sealed class EvenTimeTests
{
    [Theory]
    [InlineData(0, 400)]
    [InlineData(1, 400)]
    [InlineData(399, 400)]
    [InlineData(400, 400)]
    [InlineData(401, 800)]
    [InlineData(1999, 2000)]
    public async Task Work_of_any_length_is_answered_at_a_multiple_of_the_floor(int workMilliseconds, int answerMilliseconds)
    {
        var clock = new WatchedTime();
        var work = new TaskCompletionSource<int>();
        Task<int> answer = new EvenTime(clock).SpendAsync(work.Task, CancellationToken.None);
        clock.Advance(TimeSpan.FromMilliseconds(workMilliseconds));
        work.SetResult(7);
        int rest = answerMilliseconds - workMilliseconds;
        if (rest > 0)
        {
            await clock.TimerSet;
            clock.Advance(TimeSpan.FromMilliseconds(rest - 1));
            Assert.False(answer.IsCompleted);
            clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal(7, await answer);
    }

    [Fact]
    public async Task A_result_that_the_answer_shows_anyway_is_not_waited_for()
    {
        var clock = new WatchedTime();
        Assert.Equal(7, await new EvenTime(clock).SpendAsync(Task.FromResult(7), CancellationToken.None, isVisible: found => found == 7));
        Task<int> other = new EvenTime(clock).SpendAsync(Task.FromResult(8), CancellationToken.None, isVisible: found => found == 7);
        await clock.TimerSet;
        Assert.False(other.IsCompleted);
    }

    [Fact]
    public async Task A_person_who_leaves_ends_the_wait()
    {
        using var leaves = new CancellationTokenSource();
        var clock = new WatchedTime();
        Task<int> answer = new EvenTime(clock).SpendAsync(Task.FromResult(7), leaves.Token);
        await clock.TimerSet;
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
    }
}
