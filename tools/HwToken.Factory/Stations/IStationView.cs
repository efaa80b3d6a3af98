namespace HwToken.Factory.Stations;

/// <summary>The station's face: shows what happens, asks what only a person can see. Called from several ports at once.</summary>
public interface IStationView
{
    /// <summary>Shows something.</summary>
    void Show(StationEvent happened);

    /// <summary>Asks the operator to press the token's button and to type what the display shows.</summary>
    /// <param name="port">Where the token is.</param>
    /// <param name="id">Credential ID.</param>
    /// <param name="remark">What was wrong with the last answer; null the first time.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>What was typed.</returns>
    Task<string> AskDisplayedCodeAsync(string port, string id, string? remark, CancellationToken cancel);
}
