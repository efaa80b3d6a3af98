using System.Text;
using NanoGuard.Tool;

// Names in findings may hold any letter; no byte order mark, so that output can be piped.
Console.OutputEncoding = new UTF8Encoding(false);
return CommandLine.Run(args, Console.Out, Console.Error);
