namespace HwToken.Scenarios.Reading;

/// <summary>What stands at a place of a file, as YAML 1.2's core schema tells: the words of JSON.</summary>
internal enum NodeKind
{
    /// <summary>Pairs of key and value.</summary>
    Map,

    /// <summary>A list.</summary>
    List,

    /// <summary>A text: in quotes, or a word that is nothing of what follows.</summary>
    Text,

    /// <summary>A number without fraction or exponent.</summary>
    Whole,

    /// <summary>Any other number.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>Nothing, or <c>null</c>.</summary>
    Nothing,
}
