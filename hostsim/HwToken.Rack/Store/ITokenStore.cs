namespace HwToken.Rack.Store;

/// <summary>Where the rack's tokens are kept between runs: a data folder, or the browser.</summary>
public interface ITokenStore
{
    /// <summary>The saved tokens with their places, and what to call where each lies. A null token: what lies there cannot be read.</summary>
    IEnumerable<(int Place, string Where, SavedToken? Token)> ReadAll();

    /// <summary>Saves a token, whole or not at all.</summary>
    /// <param name="place">Its place.</param>
    /// <param name="token">The token.</param>
    /// <exception cref="IOException">It cannot be saved; the message says why.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be saved.</exception>
    void Put(int place, SavedToken token);

    /// <summary>Throws the saved state of a place away.</summary>
    /// <param name="place">The place.</param>
    void Discard(int place);
}
