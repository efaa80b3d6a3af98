using System.Security.Cryptography;
using Mono.Cecil;

namespace NanoBoard.Guests.Rewriting;

/// <summary>Where a guest's references to nanoFramework lead: to the board's types, to a few of the desktop's (desktop-api.txt), or nowhere.</summary>
internal static class Platform
{
    private const string Bindings = "Iot.Device.";

    // The core library's own copy of a few methods of System.Math, for packages that do not want to refer to that.
    private const string InnerMath = "System.MathInternal";

    private static readonly System.Reflection.Assembly[] s_desktop = [typeof(object).Assembly, typeof(HMACSHA256).Assembly, typeof(System.Collections.Queue).Assembly];
    private static readonly HashSet<string> s_boards = [.. Lines("nanoframework-api.txt").Concat(Lines("packages-api.txt")).Where(line => line[0] == '[').Select(line => line[1..^1])];
    private static readonly Dictionary<string, DesktopType> s_allowed = Lines("desktop-api.txt").Select(DesktopType.Parse).ToDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>The desktop types that guests get.</summary>
    public static IEnumerable<string> DesktopNames => s_allowed.Keys;

    /// <summary>The board stands for this assembly, so none of that name comes along. A chip's binding is plain code: the program's own copy is as good.</summary>
    public static bool IsBoards(string assembly) => s_boards.Contains(assembly) && !assembly.StartsWith(Bindings, StringComparison.Ordinal);

    /// <summary>The type that stands for a type of nanoFramework; null: none.</summary>
    /// <param name="type">A plain type, no array and no by-reference.</param>
    public static Type? Find(TypeReference type) => Find(type.FullName.Replace('/', '+'));

    /// <summary>The type that stands for a type of nanoFramework; null: none.</summary>
    /// <param name="name">Its full name, as reflection writes it.</param>
    public static Type? Find(string name)
    {
        System.Reflection.Assembly board = typeof(VirtualBoard).Assembly;
        if ((board.GetType("Nano." + name) ?? board.GetType(name)) is { IsVisible: true } offered && !name.StartsWith("NanoBoard.", StringComparison.Ordinal))
        {
            return offered;
        }

        return name == InnerMath ? typeof(Math) : s_allowed.ContainsKey(name) ? FindDesktop(name) : null;
    }

    /// <summary>A type of the desktop by its name.</summary>
    public static Type? FindDesktop(string name) => s_desktop.Select(assembly => assembly.GetType(name)).FirstOrDefault(found => found is not null);

    /// <summary>A member of the type that stands for nanoFramework's may be used.</summary>
    public static bool MayUse(Type type, string member) => type.Assembly == typeof(VirtualBoard).Assembly || s_allowed[type.FullName!].MayUse(member);

    /// <summary>A program may use the member of a board's or desktop's type that reflection found.</summary>
    public static bool Offers(Type type, string member) =>
        type.Assembly == typeof(VirtualBoard).Assembly
            ? type.IsVisible && type.Namespace?.StartsWith("NanoBoard", StringComparison.Ordinal) == false
            : s_allowed.TryGetValue(type.FullName ?? "", out DesktopType? allowed) && allowed.MayUse(member);

    private static IEnumerable<string> Lines(string resource)
    {
        using Stream stream = typeof(Platform).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')];
    }

    /// <summary>A line of desktop-api.txt.</summary>
    private sealed record DesktopType(string Name, bool IsOnly, string[] Members)
    {
        public static DesktopType Parse(string line)
        {
            string[] words = line.Split(' ');
            bool isOnly = words.Length > 1 && words[1] == "only";
            return new DesktopType(words[0], isOnly, isOnly ? words[2..] : [.. words[1..].Select(word => word.TrimStart('-'))]);
        }

        public bool MayUse(string member) => Members.Contains(member) == IsOnly;
    }
}
