namespace HwToken.Validation.Storage;

/// <summary>The database cannot do its work now. Nobody was told that a code was accepted, and the caller may try again; when the connection was lost
/// during the commit, the code may be used up all the same.</summary>
/// <param name="message">What failed; no connection string, no value.</param>
/// <param name="inner">The driver's error.</param>
public sealed class StorageException(string message, Exception inner) : Exception(message, inner);
