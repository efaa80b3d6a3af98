[assembly: AssemblyFixture(typeof(HwToken.Validation.Tests.Support.PostgresServer))]
