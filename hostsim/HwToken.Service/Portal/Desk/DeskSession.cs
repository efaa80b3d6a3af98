using HwToken.Validation.Access;

namespace HwToken.Service.Portal.Desk;

/// <summary>An operator who has signed in with password and code.</summary>
/// <param name="Name">The operator's name.</param>
/// <param name="TokenId">Credential ID of the operator's own token.</param>
/// <param name="Stamp">See <see cref="DeskOperator.Stamp"/>.</param>
public sealed record DeskSession(string Name, string TokenId, string Stamp)
{
    /// <summary>Name in the audit.</summary>
    public string Actor => "desk:" + Name;

    /// <summary>The session of an operator.</summary>
    /// <param name="person">Who has signed in.</param>
    public static DeskSession Of(DeskOperator person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new DeskSession(person.Name, person.TokenId, person.Stamp);
    }

    /// <inheritdoc/>
    public override string ToString() => Actor;
}
