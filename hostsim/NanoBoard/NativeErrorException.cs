namespace NanoBoard;

/// <summary>Stands for the plain <see cref="Exception"/> that nanoFramework raises for native errors without a type of their own.</summary>
internal sealed class NativeErrorException(string message) : Exception(message);
