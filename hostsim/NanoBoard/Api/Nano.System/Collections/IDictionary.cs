using System.Collections;

namespace Nano.System.Collections;

/// <summary>nanoFramework's <c>System.Collections.IDictionary</c>.</summary>
public interface IDictionary : ICollection
{
    /// <summary>Nothing can be changed.</summary>
    bool IsReadOnly { get; }

    /// <summary>Nothing can be added or removed.</summary>
    bool IsFixedSize { get; }

    /// <summary>The keys.</summary>
    ICollection Keys { get; }

    /// <summary>The values.</summary>
    ICollection Values { get; }

    /// <summary>The value of a key; null: none.</summary>
    object? this[object key] { get; set; }

    /// <summary>Adds a value.</summary>
    void Add(object key, object? value);

    /// <summary>Removes everything.</summary>
    void Clear();

    /// <summary>The key is there.</summary>
    bool Contains(object key);

    /// <summary>Removes a key.</summary>
    void Remove(object key);
}
