using HwToken.Validation.Outcomes;

namespace HwToken.Validation.Storage.Attempts;

/// <summary>Carries an attempt out so that a code is accepted at most once and no guess goes uncounted, whoever else is at work.</summary>
public interface IAttemptStore
{
    /// <summary>Claims the attempt, compares, and records what came of it; answers when that is durable.</summary>
    /// <param name="request">The attempt.</param>
    /// <param name="cancellation">Ends the wait before the attempt has begun.</param>
    /// <exception cref="StorageException">Nothing was decided.</exception>
    Task<AttemptOutcome> AttemptAsync(AttemptRequest request, CancellationToken cancellation);
}
