using HwToken.Validation;
using HwToken.Validation.Keys;
using HwToken.Validation.Storage;

namespace HwToken.HostSim.Commands;

/// <summary>Opens the validation service for one command; works beside a running server.</summary>
internal static class ServiceWork
{
    public static async Task<int> RunAsync(ValidationOptions options, Func<ValidationSystem, Task<int>> work, CancellationToken cancel)
    {
        try
        {
            ValidationSystem system = await ValidationSystem.OpenAsync(options, cancel).ConfigureAwait(false);
            await using (system.ConfigureAwait(false))
            {
                return await work(system).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (IsTold(failure))
        {
            await Console.Error.WriteLineAsync(failure.Message).ConfigureAwait(false);
            return ExitStatus.Failed;
        }
    }

    /// <summary>Failures whose message says what to do.</summary>
    public static bool IsTold(Exception failure) =>
        failure is KeyHolderException or StorageException or ArgumentException or InvalidOperationException or IOException or UnauthorizedAccessException;
}
