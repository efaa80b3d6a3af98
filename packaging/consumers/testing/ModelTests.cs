// An Aspire application's model with the package's resource.
using Aspire.Hosting;

public sealed class ModelTests
{
    [Fact]
    public void A_simulator_stands_in_the_model() => Assert.Equal("otp", DistributedApplication.CreateBuilder().AddHwTokenSimulator("otp").Resource.Name);
}
