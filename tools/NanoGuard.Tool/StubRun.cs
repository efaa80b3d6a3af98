using NanoGuard.Stubs;

namespace NanoGuard.Tool;

/// <summary>Writes reference assemblies of a list.</summary>
internal static class StubRun
{
    public static int Run(string folder, Request request, TextWriter error)
    {
        if (request.List is not { } list)
        {
            throw new UsageException("--stubs needs the --list of what is to stand in them");
        }

        if (request.References is not [var core] || !File.Exists(core))
        {
            throw new UsageException("--stubs needs one file as --references: the mscorlib.dll of the package nanoFramework.CoreLibrary");
        }

        if (request.Names is { } names && !File.Exists(names))
        {
            throw new UsageException($"there is no file {names}: --names wants an assembly that has the members of the list");
        }

        var written = ApiStubs.Write(list, core, folder, namesPath: request.Names);
        foreach (var line in written.LeftOut)
        {
            error.WriteLine($"nanoguard: left out, because of a type that no list has: {line}");
        }

        error.WriteLine($"nanoguard: {written.Paths.Count} reference assemblies written to {folder}");
        return CommandLine.Clean;
    }
}
