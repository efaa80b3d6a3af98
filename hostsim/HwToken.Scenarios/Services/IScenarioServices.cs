namespace HwToken.Scenarios.Services;

/// <summary>Starts a service in this process, for one story alone: what <c>service: bank</c> means.</summary>
public interface IScenarioServices
{
    /// <summary>Starts it.</summary>
    /// <param name="tokens">The story's tokens; the service knows them as from a seed file. One that is called <c>operator</c> is the service desk's.</param>
    /// <param name="time">The story's time.</param>
    /// <param name="cancel">Ends the start.</param>
    Task<IScenarioService> StartAsync(IReadOnlyList<ServiceToken> tokens, TimeProvider time, CancellationToken cancel);
}

/// <summary>A service that a story signs in at.</summary>
public interface IScenarioService : IAsyncDisposable
{
    /// <summary>Where it listens.</summary>
    Uri Address { get; }

    /// <summary>What stories may fill in, such as <c>{user1}</c> and <c>{password1}</c>.</summary>
    IReadOnlyDictionary<string, string> Words { get; }
}
