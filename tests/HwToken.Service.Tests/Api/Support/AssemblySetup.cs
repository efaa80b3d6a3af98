[assembly: AssemblyFixture(typeof(HwToken.TestKit.Validation.PostgresServer))]
