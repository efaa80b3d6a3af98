[assembly: AssemblyFixture(typeof(HwToken.TestKit.Validation.PostgresServer))]

// Crash and race tests mostly wait for programs to start and for the database.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
