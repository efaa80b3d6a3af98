using HwToken.Validation.Outcomes;
using HwToken.Validation.Storage.Attempts;
using HwToken.Validation.Storage.Postgres;

namespace HwToken.Validation.Tests.Storage.Postgres;

public class AttemptWaveTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("B A C", "A B C")]
    [InlineData("A A A", "A|A|A")]
    [InlineData("C A B A C A", "A B C|A C|A")]
    public void A_credential_stands_once_in_a_wave_and_a_wave_is_in_the_order_of_IDs(string batch, string waves)
    {
        AttemptJob[] jobs = [.. batch.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Job)];
        List<AttemptWave> split = AttemptWave.Split(jobs);
        Assert.Equal(waves, string.Join('|', split.Select(wave => string.Join(' ', wave.Jobs.Select(job => job.Request.CredentialId)))));
        foreach (string id in batch.Split(' ').Distinct())
        {
            Assert.Equal(jobs.Where(job => job.Request.CredentialId == id), split.SelectMany(wave => wave.Jobs).Where(job => job.Request.CredentialId == id));
        }
    }

    private static AttemptJob Job(string id) => new(new AttemptRequest(id, default, AttemptKind.Validate, "test", 0), CancellationToken.None);
}
