using System.Text;

namespace HwToken.TestKit;

/// <summary>What a program says, read as it comes, so that a full pipe never stops it.</summary>
internal sealed class StreamText
{
    private readonly StringBuilder _text = new();
    private readonly Lock _lock = new();
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _read;
    private bool _isOver;

    public StreamText(StreamReader reader) => Whole = Task.Run(() => PumpAsync(reader));

    /// <summary>All of it, when the program has closed the stream.</summary>
    public Task<string> Whole { get; }

    /// <summary>What has come so far.</summary>
    public string SoFar
    {
        get
        {
            lock (_lock)
            {
                return _text.ToString();
            }
        }
    }

    /// <summary>The next line, without its end; null when the stream is over.</summary>
    public async Task<string?> ReadLineAsync(CancellationToken cancel)
    {
        while (true)
        {
            Task more;
            lock (_lock)
            {
                if (NextLine() is { } line)
                {
                    return line;
                }

                if (_isOver)
                {
                    return null;
                }

                more = _more.Task;
            }

            await more.WaitAsync(cancel);
        }
    }

    private string? NextLine()
    {
        string rest = _text.ToString(_read, _text.Length - _read);
        int end = rest.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0 && !(_isOver && rest.Length > 0))
        {
            return null;
        }

        _read += end < 0 ? rest.Length : end + 1;
        return (end < 0 ? rest : rest[..end]).TrimEnd('\r');
    }

    private async Task<string> PumpAsync(StreamReader reader)
    {
        var buffer = new char[4096];
        int count;
        do
        {
            count = await reader.ReadAsync(buffer);
            lock (_lock)
            {
                _text.Append(buffer, 0, count);
                _isOver = count == 0;
                _more.SetResult();
                _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
        while (count > 0);
        return SoFar;
    }
}
