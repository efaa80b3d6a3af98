namespace HwToken.Validation.Desk;

/// <summary>How the whole fleet stands.</summary>
/// <param name="States">Credentials in each state; every state stands here.</param>
/// <param name="Days">What happened on each of the last days, oldest first, days without anything too.</param>
/// <param name="Drift">Active tokens with a clock, by how far it is off now; every band stands here.</param>
/// <param name="Imports">The last lots, newest first.</param>
public sealed record FleetFigures(
    IReadOnlyList<(ShownState State, int Count)> States, IReadOnlyList<DayFigures> Days, IReadOnlyList<DriftBand> Drift, IReadOnlyList<ImportedLot> Imports);

/// <summary>A day's attempts.</summary>
/// <param name="Begins">The day's first moment.</param>
/// <param name="Accepted">Codes that were accepted.</param>
/// <param name="Refused">Codes that were refused.</param>
/// <param name="Locks">Credentials that were locked.</param>
public sealed record DayFigures(DateTimeOffset Begins, int Accepted, int Refused, int Locks);

/// <summary>Tokens whose clocks are off by about as much.</summary>
/// <param name="FromSeconds">Least, inclusive; null: no least.</param>
/// <param name="ToSeconds">Most, exclusive; null: no most.</param>
/// <param name="Count">How many.</param>
public sealed record DriftBand(double? FromSeconds, double? ToSeconds, int Count);

/// <summary>A lot that was imported.</summary>
/// <param name="Lot">Its name; empty when the file named none.</param>
/// <param name="Count">Credentials in it.</param>
/// <param name="At">When.</param>
/// <param name="FileSha256">SHA-256 of the file, hexadecimal digits.</param>
public sealed record ImportedLot(string Lot, int Count, DateTimeOffset At, string FileSha256);
