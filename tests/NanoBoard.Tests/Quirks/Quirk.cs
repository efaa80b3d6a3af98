namespace NanoBoard.Tests.Quirks;

/// <summary>Something that the device does and a program for it must expect.</summary>
/// <param name="Subject">Heading under which the README lists it.</param>
/// <param name="Says">What a programmer would not expect.</param>
/// <param name="Where">Class of the test that shows it on the board.</param>
/// <param name="Test">Name of that test.</param>
public sealed record Quirk(string Subject, string Says, Type Where, string Test);
