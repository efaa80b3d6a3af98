using HwToken.Service.Commands;

return await CommandLine.RunAsync(args).ConfigureAwait(false);
