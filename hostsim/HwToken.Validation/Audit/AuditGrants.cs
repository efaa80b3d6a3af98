namespace HwToken.Validation.Audit;

/// <summary>
/// Who has access according to the service's own chain: API keys that were made and not revoked, operators who were made and not removed. A row that was put back
/// from an earlier time of the database has a good MAC; the chain says that its time is over.
/// </summary>
internal sealed class AuditGrants
{
    public const string KeyMade = "key-new";
    public const string KeyRevoked = "key-revoke";
    public const string OperatorMade = "operator-new";
    public const string OperatorRemoved = "operator-remove";

    private readonly HashSet<string> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> operators = new(StringComparer.Ordinal);

    /// <summary>API keys and operators that no row was found of yet.</summary>
    public IEnumerable<string> Missing => [.. keys.Select(id => $"API key {id}"), .. operators.Keys.Select(name => $"operator {name}")];

    /// <summary>What the entry about a new operator says; the name, which may hold blanks, is last.</summary>
    public static string OperatorDetail(string name, string tokenId, string stamp) => $"{tokenId} {stamp} {name}";

    /// <summary>Takes an entry of the service's chain, oldest first.</summary>
    public void Note(AuditEntry entry)
    {
        switch (entry.Event)
        {
            case KeyMade:
                keys.Add(entry.Detail.Split(' ')[0]);
                break;
            case KeyRevoked:
                keys.Remove(entry.Detail);
                break;
            case OperatorMade when entry.Detail.Split(' ', 3) is [_, string stamp, string name]:
                operators[name] = stamp;
                break;
            case OperatorRemoved:
                operators.Remove(entry.Detail);
                break;
        }
    }

    /// <summary>Whether an API key is in force; asked once for each row.</summary>
    public bool TakeKey(string id) => keys.Remove(id);

    /// <summary>Whether an operator is one with the password of this stamp; asked once for each row.</summary>
    public bool TakeOperator(string name, string stamp) => operators.Remove(name, out string? last) && last == stamp;
}
