using NanoBoard.Running;

namespace Nano.System;

/// <summary>nanoFramework's <c>System.Random</c>: on ESP32 the hardware generator, whatever the seed. Here it follows the board's seed.</summary>
public class Random
{
    private readonly Boot _boot;

    /// <summary>The hardware generator.</summary>
    public Random()
    {
        _boot = Boot.Call();
    }

    /// <summary>The hardware generator: the seed is ignored, as on the device.</summary>
    /// <param name="seed">Ignored.</param>
    public Random(int seed)
        : this()
    {
        _ = seed;
    }

    /// <summary>31 bits.</summary>
    public virtual int Next() => (int)(Draw() & 0x7FFFFFFF);

    /// <summary>0 to <paramref name="maxValue"/> - 1, by plain remainder.</summary>
    public virtual int Next(int maxValue)
    {
        global::System.ArgumentOutOfRangeException.ThrowIfLessThan(maxValue, 1);
        return (int)(Draw() % (uint)maxValue);
    }

    /// <summary>0 to below 1.</summary>
    public virtual double NextDouble()
    {
        Boot.Call();
        return _boot.Ask(_boot.Board.HardwareRandom, static source => source.NextDouble());
    }

    /// <summary>Fills a buffer.</summary>
    public virtual void NextBytes(byte[] buffer)
    {
        global::System.ArgumentNullException.ThrowIfNull(buffer);
        Boot.Call();
        _boot.Ask((_boot.Board.HardwareRandom, buffer.Length), static asked =>
        {
            byte[] bytes = new byte[asked.Length];
            asked.HardwareRandom.Fill(bytes);
            return bytes;
        }).CopyTo(buffer, 0);
    }

    private uint Draw()
    {
        Boot.Call();
        return _boot.Ask(_boot.Board.HardwareRandom, static source => source.NextUInt32());
    }
}
