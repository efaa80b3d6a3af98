using HwToken.HostSim.Commands;

return await CommandLine.RunAsync(args).ConfigureAwait(false);
