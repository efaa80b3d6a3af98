[assembly: AssemblyFixture(typeof(HwToken.Testing.OtpSimulator))]

namespace HwToken.Testing.Tests;

/// <summary>The simulator as xUnit's fixture, as it is.</summary>
/// <param name="shared">Of the whole assembly.</param>
/// <param name="own">Of this class; another one.</param>
public sealed class FixtureTests(OtpSimulator shared, OwnSimulator own) : IClassFixture<OwnSimulator>
{
    [Fact]
    public async Task The_assembly_shares_one_and_a_class_can_have_its_own()
    {
        Assert.NotSame(shared, own.Otp);
        await using OtpToken token = await shared.HotpAsync();
        Assert.Equal(6, (await token.NextCodeAsync()).Value.Length);
    }

    [Fact]
    public void It_has_one_public_constructor_as_xUnit_wants_of_a_fixture() => Assert.Empty(Assert.Single(typeof(OtpSimulator).GetConstructors()).GetParameters());
}

/// <summary>A fixture of a project's own around the simulator.</summary>
public sealed class OwnSimulator : IAsyncDisposable
{
    /// <summary>The simulator.</summary>
    public OtpSimulator Otp { get; } = OtpSimulator.Start();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Otp.DisposeAsync();
}
