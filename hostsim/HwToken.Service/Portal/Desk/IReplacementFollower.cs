namespace HwToken.Service.Portal.Desk;

/// <summary>Another room that keeps which token is whose, told when the desk has replaced one: the operator's one act reaches it too.</summary>
public interface IReplacementFollower
{
    /// <summary>The new token stands where the old one stood.</summary>
    /// <param name="oldId">Credential ID of the token that is revoked now.</param>
    /// <param name="newId">Credential ID of the token that took its place.</param>
    /// <returns>Whose it is, for the operator to read; null when the old one is nobody's here.</returns>
    string? Follow(string oldId, string newId);
}
