namespace HwToken.Browser;

/// <summary>
/// What a page must never do, and did. The browser reports a refused request on a way of its own, before the page shows the
/// refusal or after it: so a fault may be forgiven before it comes, and what is left is counted when no more can come.
/// </summary>
internal sealed class PageFaults
{
    private readonly Lock _lock = new();
    private readonly List<string> _seen = [];
    private readonly List<(string Part, bool IsEach)> _forgiven = [];

    public void Add(string fault)
    {
        lock (_lock)
        {
            _seen.Add(fault);
        }
    }

    /// <summary>One refusal that the test asked for, told or still to be told; a second one stays a fault.</summary>
    public void ForgiveStatus(int status) => Forgive($"status of {status} ", isEach: false);

    /// <summary>The test ends the server: the browser reports each request that finds nobody.</summary>
    public void ForgiveSilence() => Forgive("ERR_CONNECTION_REFUSED", isEach: true);

    /// <summary>After the window is closed: what nobody forgave, a line each.</summary>
    public IReadOnlyList<string> Left()
    {
        lock (_lock)
        {
            List<string> left = [.. _seen];
            foreach ((string part, bool isEach) in _forgiven)
            {
                bool IsIt(string fault) => fault.Contains(part, StringComparison.Ordinal);
                if (isEach)
                {
                    left.RemoveAll(IsIt);
                }
                else if (left.FindIndex(IsIt) is >= 0 and int first)
                {
                    left.RemoveAt(first);
                }
            }

            return left;
        }
    }

    private void Forgive(string part, bool isEach)
    {
        lock (_lock)
        {
            _forgiven.Add((part, isEach));
        }
    }
}
