namespace Nano.System.Collections;

/// <summary>nanoFramework's <c>System.Collections.DictionaryEntry</c>: a class there.</summary>
public class DictionaryEntry
{
    /// <summary>What the value is found by.</summary>
    public object? Key;

    /// <summary>The value.</summary>
    public object? Value;

    /// <summary>Both.</summary>
    public DictionaryEntry(object? key, object? value)
    {
        Key = key;
        Value = value;
    }
}
