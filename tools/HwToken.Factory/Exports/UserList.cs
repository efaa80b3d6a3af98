using HwToken.Core;
using HwToken.Keeping;
using HwToken.Pskc.Lists;

namespace HwToken.Factory.Exports;

/// <summary>Who gets which token: a text file of lines <c>ID,user[,resolver[,realm]]</c>.</summary>
public static class UserList
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="FactoryException">The file cannot be read, a line is off, or an ID stands there twice.</exception>
    public static IReadOnlyDictionary<string, SeedUser> Read(string path)
    {
        var users = new Dictionary<string, SeedUser>();
        int number = 0;
        using var reader = new StringReader(InputFile.ReadText(path));
        while (reader.ReadLine() is { } line)
        {
            number++;
            string[] fields = [.. line.Split(',').Select(field => field.Trim())];
            if (line.Trim().Length == 0 || line.StartsWith('#'))
            {
                continue;
            }

            if (fields.Length is < 2 or > 4 || !CredentialId.TryParse(fields[0], out string id) || !users.TryAdd(id, new SeedUser(fields[1], fields.ElementAtOrDefault(2) ?? "", fields.ElementAtOrDefault(3) ?? "")))
            {
                throw new FactoryException($"{path}, line {number}: write ID,user[,resolver[,realm]], each ID once, in UTF-8.");
            }
        }

        return users;
    }
}
