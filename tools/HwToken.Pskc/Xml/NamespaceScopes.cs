namespace HwToken.Pskc.Xml;

/// <summary>Which prefix was written with which namespace by the elements that are still open: canonical XML declares a namespace only where that changes.</summary>
internal sealed class NamespaceScopes
{
    private readonly List<(string Prefix, string Uri)> written = [];
    private readonly Stack<int> marks = new();

    public void Enter() => marks.Push(written.Count);

    public void Leave() => written.RemoveRange(marks.Peek(), written.Count - marks.Pop());

    /// <summary>True when the binding is not in force yet and must be written; from then on it is in force.</summary>
    public bool Declare(string prefix, string uri)
    {
        if (prefix == "xml" || InForce(prefix) == uri)
        {
            return false;
        }

        written.Add((prefix, uri));
        return true;
    }

    private string InForce(string prefix)
    {
        for (int i = written.Count - 1; i >= 0; i--)
        {
            if (written[i].Prefix == prefix)
            {
                return written[i].Uri;
            }
        }

        return prefix.Length == 0 ? "" : "\0"; // no namespace is what an undeclared default means; a prefix has no such value
    }
}
