using System.Xml.Linq;

namespace NanoBoard.Tests.Api;

/// <summary>The aliases that the package gives to projects with firmware sources.</summary>
public sealed class AliasTests
{
    [Fact]
    public void Every_type_under_a_desktop_name_has_its_alias()
    {
        XDocument props = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "NanoBoard.props"));
        IEnumerable<string> aliases = props.Descendants("Using").Select(alias => $"{alias.Attribute("Include")!.Value} {alias.Attribute("Alias")!.Value}");
        IEnumerable<string> types = typeof(VirtualBoard).Assembly.GetExportedTypes()
            .Where(type => type.Namespace!.StartsWith("Nano.", StringComparison.Ordinal) && !type.IsNested)
            .Select(type => $"{type.FullName} {type.Name}");
        Assert.Equal(types.Order(StringComparer.Ordinal), aliases.Order(StringComparer.Ordinal));
    }
}
