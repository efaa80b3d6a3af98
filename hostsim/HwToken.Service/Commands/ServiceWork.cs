using HwToken.Validation;
using HwToken.Validation.Keys;
using HwToken.Validation.Storage;

namespace HwToken.Service.Commands;

/// <summary>Runs commands; failures whose message says what to do are printed, not thrown.</summary>
public static class ServiceWork
{
    /// <summary>Runs one piece of work.</summary>
    /// <param name="work">The work; its result is the exit status.</param>
    /// <returns>See <see cref="ExitStatus"/>.</returns>
    public static async Task<int> RunAsync(Func<Task<int>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception failure) when (HasAdvice(failure))
        {
            await Console.Error.WriteLineAsync(failure.Message).ConfigureAwait(false);
            return ExitStatus.Failed;
        }
    }

    /// <summary>Opens the validation service for one command; works beside a running server.</summary>
    internal static Task<int> RunAsync(ValidationOptions options, Func<ValidationSystem, Task<int>> work, CancellationToken cancel) => RunAsync(async () =>
    {
        ValidationSystem system = await ValidationSystem.OpenAsync(options, cancel).ConfigureAwait(false);
        await using (system.ConfigureAwait(false))
        {
            return await work(system).ConfigureAwait(false);
        }
    });

    /// <summary>Failures whose message says what to do.</summary>
    private static bool HasAdvice(Exception failure) => failure
        is KeyHolderException or StorageException or ArgumentException or InvalidOperationException or IOException or UnauthorizedAccessException
        or System.Net.Sockets.SocketException;
}
