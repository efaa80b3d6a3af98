using System.Collections;

namespace Nano.System.Collections;

/// <summary>nanoFramework's <c>System.Collections.Hashtable</c>. The order of its entries is the desktop's, which need not be the device's.</summary>
public class Hashtable : ICloneable, IDictionary
{
    private readonly global::System.Collections.Hashtable _table;

    /// <summary>An empty one.</summary>
    public Hashtable()
        : this([])
    {
    }

    /// <summary>An empty one.</summary>
    /// <param name="capacity">How many entries are expected.</param>
    public Hashtable(int capacity)
        : this(new global::System.Collections.Hashtable(capacity))
    {
    }

    /// <summary>An empty one.</summary>
    /// <param name="capacity">How many entries are expected.</param>
    /// <param name="loadFactor">Kept from the device, without effect.</param>
    public Hashtable(int capacity, float loadFactor)
        : this(capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(loadFactor, 0f);
    }

    private Hashtable(global::System.Collections.Hashtable table) => _table = table;

    /// <inheritdoc/>
    public virtual int Count => _table.Count;

    /// <inheritdoc/>
    public virtual bool IsSynchronized => false;

    /// <inheritdoc/>
    public virtual object SyncRoot => this;

    /// <inheritdoc/>
    public virtual bool IsReadOnly => false;

    /// <inheritdoc/>
    public virtual bool IsFixedSize => false;

    /// <inheritdoc/>
    public virtual ICollection Keys => new ArrayList(_table.Keys);

    /// <inheritdoc/>
    public virtual ICollection Values => new ArrayList(_table.Values);

    /// <inheritdoc/>
    public virtual object? this[object key]
    {
        get => _table[key];
        set => _table[key] = value;
    }

    /// <inheritdoc/>
    public virtual object Clone() => new Hashtable((global::System.Collections.Hashtable)_table.Clone());

    /// <summary>The entries: each a <see cref="DictionaryEntry"/>.</summary>
    public virtual IEnumerator GetEnumerator()
    {
        foreach (global::System.Collections.DictionaryEntry entry in _table)
        {
            yield return new DictionaryEntry(entry.Key, entry.Value);
        }
    }

    /// <inheritdoc/>
    public virtual void CopyTo(Array array, int index)
    {
        ArgumentNullException.ThrowIfNull(array);
        foreach (object entry in this)
        {
            array.SetValue(entry, index++);
        }
    }

    /// <inheritdoc/>
    public virtual void Add(object key, object? value) => _table.Add(key, value);

    /// <inheritdoc/>
    public virtual void Clear() => _table.Clear();

    /// <inheritdoc/>
    public virtual bool Contains(object key) => _table.Contains(key);

    /// <inheritdoc/>
    public virtual void Remove(object key) => _table.Remove(key);
}
