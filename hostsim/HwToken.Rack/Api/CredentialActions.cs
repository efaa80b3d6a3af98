using System.Security.Cryptography;
using HwToken.Rack.Contract;
using HwToken.Rack.Live;
using HwToken.Rack.Store;

namespace HwToken.Rack.Api;

/// <summary>What a token holds: a credential written, its secret told, the whole of it taken down and put back.</summary>
internal static class CredentialActions
{
    /// <summary>Writes a credential over the token's own line.</summary>
    public static RackItem Provision(TokenSlot slot, Requests.Provision body)
    {
        slot.Provision(TestCredential.From(body));
        return slot.Item();
    }

    /// <summary>Tells the test secret.</summary>
    public static Secret Tell(TokenSlot slot)
    {
        if (slot.ReadCredential() is not var (credential, state))
        {
            throw RefusalException.Conflict("isBlank", "The token is blank: it has no secret.");
        }

        Secret secret = TestCredential.Tell(credential, state);
        CryptographicOperations.ZeroMemory(credential.Secret);
        CryptographicOperations.ZeroMemory(credential.AdminKey);
        return secret;
    }

    /// <summary>Puts a snapshot into the token's place.</summary>
    public static RackItem Restore(TokenSlot slot, SavedToken body)
    {
        try
        {
            slot.Restore(SavedTokenCheck.Checked(body));
        }
        catch (Exception e) when (e is ArgumentException or IOException or OverflowException)
        {
            throw RefusalException.BadRequest("This is no snapshot of a token. Give back what /snapshot answered, unchanged.");
        }

        return slot.Item();
    }
}
