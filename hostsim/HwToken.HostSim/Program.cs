using HwToken.HostSim.Api;

return await ApiCommands.RunAsync(args).ConfigureAwait(false);
