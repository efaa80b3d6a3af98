using NanoBoard;

namespace HwToken.Simulator.Tests.Running;

/// <summary>
/// The firmware runs the same on a thread of its own and on the caller's stack, where each pause in a wake takes it off the stack and the
/// next moment begins the wake again.
/// </summary>
public class CallersStackTests
{
    private const int Lives = 10;
    private const int PressesALife = 1_000;

    [Fact]
    public void Over_10_000_seeded_presses_with_holds_cuts_and_faults_both_ways_of_running_are_equal_to_the_last_tick()
    {
        Seeded.Run(1, random =>
        {
            for (int life = 0; life < Lives; life++)
            {
                int seed = random.Next();
                string own = Life.Play(seed, PressesALife, onCallersStack: false);
                string callers = Life.Play(seed, PressesALife, onCallersStack: true);
                Assert.True(own == callers, $"Life of seed {seed}: {FirstDifference(own, callers)}");
                Assert.True(own.Length > 10_000, $"Life of seed {seed} is no life: {own}");
            }
        });
    }

    [Fact]
    public void A_token_on_the_callers_stack_uses_no_other_thread()
    {
        int caller = Environment.CurrentManagedThreadId;
        var threads = new HashSet<int>();
        var token = new VirtualToken(new BoardOptions { OnCallersStack = true });
        Action main = token.FirmwareMain;
        token.FirmwareMain = () =>
        {
            threads.Add(Environment.CurrentManagedThreadId);
            main();
        };
        token.PowerOn();
        token.Press();
        Assert.Equal([caller], threads);
    }

    private static string FirstDifference(string own, string callers)
    {
        string[] left = own.Split('\n');
        string[] right = callers.Split('\n');
        int line = Enumerable.Range(0, Math.Min(left.Length, right.Length)).FirstOrDefault(i => left[i] != right[i], Math.Min(left.Length, right.Length));
        return $"line {line}: thread '{left.ElementAtOrDefault(line)}', stack '{right.ElementAtOrDefault(line)}'; before it '{left.ElementAtOrDefault(line - 1)}'";
    }
}
