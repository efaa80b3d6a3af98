using System.Text.Json.Nodes;
using HwToken.Scenarios.Reading;

namespace HwToken.Scenarios.Forms;

/// <summary>
/// What may stand at a place of a scenario. One table of these is both what the reader checks by and what the JSON schema for editors is written from, so
/// that the two agree.
/// </summary>
internal abstract class Form
{
    private string? _says;

    /// <summary>What it is for, in the schema.</summary>
    public string? Says
    {
        get => _says;
        init => _says = value;
    }

    /// <summary>The same form with other words for people.</summary>
    public Form Saying(string says)
    {
        var same = (Form)MemberwiseClone();
        same._says = says;
        return same;
    }

    /// <summary>What is wanted, to end the sentence "… is wanted here".</summary>
    public abstract string Wanted { get; }

    /// <summary>It is meant by what stands at the place, right or wrong.</summary>
    public abstract bool Means(NodeKind kind);

    /// <summary>Lets a place through.</summary>
    /// <exception cref="ScenarioException">Something else stands there.</exception>
    public virtual void Check(ScenarioNode node)
    {
        if (!Means(node.Kind))
        {
            throw node.Wrong($"{Wanted} is wanted here, not {node.Describe()}");
        }
    }

    /// <summary>The same as JSON schema, draft 2020-12.</summary>
    public JsonObject ToSchema()
    {
        JsonObject schema = Schema();
        if (Says is not null)
        {
            schema.Insert(0, "description", Says);
        }

        return schema;
    }

    /// <summary>The schema without its description.</summary>
    protected abstract JsonObject Schema();
}
