using System.Text;
using NanoGuard.Api;
using NanoGuard.Baselines;
using NanoGuard.Reports;

namespace NanoGuard.Tool;

/// <summary>One run: checks, holds the findings against the baseline, writes the report.</summary>
internal static class CheckRun
{
    public static int Run(Request request, TextWriter output, TextWriter error)
    {
        foreach (var path in request.Assemblies.DefaultIfEmpty())
        {
            Demand(path);
        }

        var baseline = request.Baseline is null ? Baseline.Of([]) : ReadBaseline(request.Baseline);
        var found = Passes(request.Assemblies).SelectMany(pass => Check(pass, request, error))
            .DistinctBy(violation => (violation.Rule, violation.Assembly, violation.Member, violation.Detail, violation.Source, violation.Source is null ? violation.IlOffset : null))
            .ToList();
        if (request.WriteBaseline is { } file)
        {
            File.WriteAllText(file, Baseline.Of(found).ToString());
            error.WriteLine($"nanoguard: {Count(found.Count, "finding")} written to {file}");
            return CommandLine.Clean;
        }

        var compared = baseline.Compare(found);
        var findings = new Findings(compared.Added, compared.Known, request.Profile, new SourcePaths(request.Root));
        if (request.Output is { } report)
        {
            using var writer = new StreamWriter(report, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
            Report.Write(request.Format, findings, writer);
        }
        else
        {
            Report.Write(request.Format, findings, output);
        }

        error.WriteLine("nanoguard: " + Summary(compared, request));
        return compared.Added.Count == 0 ? CommandLine.Clean : CommandLine.Found;
    }

    /// <summary>An assembly may be given as Debug and as Release: each is a pass of its own, with those that stand there once.</summary>
    private static IEnumerable<IReadOnlyList<string>> Passes(IReadOnlyList<string> assemblies)
    {
        var builds = assemblies.Distinct(StringComparer.Ordinal).GroupBy(Path.GetFileNameWithoutExtension, StringComparer.OrdinalIgnoreCase).Select(group => group.ToList()).ToList();
        for (var pass = 0; pass < builds.Max(build => build.Count); pass++)
        {
            yield return [.. builds.Select(build => build[Math.Min(pass, build.Count - 1)])];
        }
    }

    private static IReadOnlyList<Violation> Check(IReadOnlyList<string> assemblies, Request request, TextWriter error)
    {
        var list = request.List;
        var surface = list is null ? ReferenceSurface.Read(assemblies, request.References) : null;
        if (surface is { Missing.Count: > 0 })
        {
            var names = string.Join(", ", surface.Missing);
            var text = $"not found: {names}, which the assemblies refer to";
            if (!request.IgnoreMissing)
            {
                throw new UsageException($"{text}. Give the folder they are in with --references (packages, say), or go on without them with --ignore-missing.");
            }

            error.WriteLine($"nanoguard: {text}; what is used of them is not judged");
        }

        var options = new GuardOptions
        {
            Profile = request.Profile,
            Without = request.Without,
            UnjudgedAssemblies = [.. surface?.Missing.Select(missing => missing.Split(' ')[0]) ?? []],
            ReferenceFolders = [.. (surface?.Files ?? request.References).Select(path => Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!).Distinct(StringComparer.Ordinal)],
        };
        return Guard.Check(assemblies, surface?.List ?? list!, options);
    }

    private static void Demand(string? path)
    {
        var problem = path switch
        {
            null => "no assembly given: name the .dll files that the firmware is compiled to, before --references",
            _ when Directory.Exists(path) => $"{path} is a folder: name the .dll files in it",
            _ when !File.Exists(path) => $"there is no file {path}",
            _ when Path.GetExtension(path) is ".pe" or ".nfproj" or ".csproj" or ".bin" => $"{path} is no .NET assembly: give the .dll that the compiler made (obj or bin, beside the .pe)",
            _ => null,
        };
        if (problem is not null)
        {
            throw new UsageException(problem);
        }
    }

    private static Baseline ReadBaseline(string path)
    {
        try
        {
            return Baseline.Parse(File.ReadAllText(path));
        }
        catch (FormatException e)
        {
            throw new UsageException($"{path}: {e.Message}; write it anew with --write-baseline {path}");
        }
        catch (FileNotFoundException)
        {
            throw new UsageException($"there is no baseline {path}; write one with --write-baseline {path}");
        }
    }

    private static string Summary(BaselineResult compared, Request request)
    {
        var parts = new List<string> { compared.Added.Count == 0 ? "clean" : Count(compared.Added.Count, "finding") };
        if (compared.Known.Count > 0)
        {
            parts.Add($"{compared.Known.Count} known in the baseline");
        }

        if (compared.Gone > 0)
        {
            parts.Add($"{compared.Gone} of the baseline gone: write it anew");
        }

        return $"{string.Join(", ", parts)} ({request.Profile.ToString().ToLowerInvariant()} profile, {Count(request.Assemblies.Count, "assembly", "assemblies")})";
    }

    private static string Count(int number, string one, string? many = null) => $"{number} {(number == 1 ? one : many ?? one + "s")}";
}
