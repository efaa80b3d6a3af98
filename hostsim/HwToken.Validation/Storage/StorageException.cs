namespace HwToken.Validation.Storage;

/// <summary>The database cannot do its work now. Nothing was decided: the caller may try again.</summary>
/// <param name="message">What failed; no connection string, no value.</param>
/// <param name="inner">The driver's error.</param>
public sealed class StorageException(string message, Exception inner) : Exception(message, inner);
