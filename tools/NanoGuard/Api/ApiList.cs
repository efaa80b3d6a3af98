namespace NanoGuard.Api;

/// <summary>
/// A list of API members in the text form of the nanoFramework surface files: <c>[assembly]</c> headings, under each type lines
/// (<c>Name | kind : bases</c>) and member lines (<c>Type::Member(parameters) : static Return</c>). Lines that begin with # are comments.
/// </summary>
public sealed class ApiList
{
    private readonly Dictionary<string, ApiLine> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ApiTypeLine> types = new(StringComparer.Ordinal);
    private readonly HashSet<string> typesWithMembers = new(StringComparer.Ordinal);

    private ApiList()
    {
    }

    /// <summary>Member lines in the order of the text.</summary>
    public IReadOnlyCollection<ApiLine> Members => byKey.Values;

    /// <summary>Type lines in the order of the text.</summary>
    public IReadOnlyCollection<ApiTypeLine> Types => types.Values;

    /// <summary>True when the list holds nothing: a check against it would be meaningless.</summary>
    public bool IsEmpty => byKey.Count == 0 && types.Count == 0;

    /// <summary>Reads a list with <c>[assembly]</c> headings.</summary>
    /// <param name="path">The list file, UTF-8.</param>
    /// <returns>The list.</returns>
    /// <exception cref="FormatException">A line is neither a heading, a comment, a type nor a member.</exception>
    public static ApiList Load(string path) => Parse(File.ReadAllText(path), Path.GetFileName(path));

    /// <summary>Reads every <c>*.txt</c> of a folder of surface files; each file's name is its assembly.</summary>
    /// <param name="folder">Folder with one file an assembly.</param>
    /// <returns>All of them as one list.</returns>
    public static ApiList LoadSurface(string folder)
    {
        var list = new ApiList();
        foreach (var file in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            list.Read(File.ReadAllText(file), Path.GetFileName(file), Path.GetFileNameWithoutExtension(file));
        }

        return list;
    }

    /// <summary>Reads a list from text.</summary>
    /// <param name="text">The list.</param>
    /// <param name="name">Name for error messages.</param>
    /// <param name="assembly">Assembly of the lines before the first heading.</param>
    /// <returns>The list.</returns>
    /// <exception cref="FormatException">A line is neither a heading, a comment, a type nor a member.</exception>
    public static ApiList Parse(string text, string name = "list", string assembly = "")
    {
        var list = new ApiList();
        list.Read(text, name, assembly);
        return list;
    }

    /// <summary>This list without the members of another. Types stay.</summary>
    /// <param name="other">The members to take out.</param>
    /// <returns>A new list.</returns>
    public ApiList Without(ApiList other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var list = new ApiList();
        foreach (var type in Types)
        {
            list.Add(type);
        }

        foreach (var member in Members.Where(member => !other.byKey.ContainsKey(member.Key)))
        {
            list.Add(member);
        }

        return list;
    }

    /// <summary>Finds a member by its key, looking also at the bases that the type lines name (the desktop may declare it lower down).</summary>
    /// <param name="key">Signature without modifiers, see <see cref="ApiLine.Key"/>.</param>
    /// <returns>The line, or null.</returns>
    public ApiLine? FindMember(string key)
    {
        if (byKey.TryGetValue(key, out var line))
        {
            return line;
        }

        var split = key.IndexOf("::", StringComparison.Ordinal);
        if (split < 0 || key.AsSpan(split).StartsWith("::.ctor") || !types.TryGetValue(key[..split], out var type))
        {
            return null;
        }

        // Everything is an object, though type lines do not say so.
        return type.Bases.Append("System.Object").Where(b => b != type.FullName)
            .Select(b => FindMember(b + key[split..])).FirstOrDefault(found => found is not null);
    }

    /// <summary>Finds a type line.</summary>
    /// <param name="fullName">Full name, nested types with a dot.</param>
    /// <returns>The line, or null.</returns>
    public ApiTypeLine? FindType(string fullName) => types.GetValueOrDefault(fullName);

    /// <summary>Whether the list knows a type: by its own line or by one of its members.</summary>
    /// <param name="fullName">Full name, nested types with a dot.</param>
    /// <returns>True when it does.</returns>
    public bool KnowsType(string fullName) => types.ContainsKey(fullName) || typesWithMembers.Contains(fullName);

    private void Add(ApiTypeLine type) => types[type.FullName] = type;

    private void Add(ApiLine member)
    {
        byKey[member.Key] = member;
        typesWithMembers.Add(member.Type);
    }

    private void Read(string text, string name, string assembly)
    {
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.Trim().TrimStart('\uFEFF');
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line[0] == '[' && line[^1] == ']')
            {
                assembly = line[1..^1];
            }
            else if (line.Contains(" | ", StringComparison.Ordinal))
            {
                Add(ApiTypeLine.Parse(line, assembly));
            }
            else if (ApiLine.TryParse(line, assembly) is { } member)
            {
                Add(member);
            }
            else
            {
                throw new FormatException($"{name}:{number}: neither a [heading], a # comment, a type line nor a member line: {line}");
            }
        }
    }
}
