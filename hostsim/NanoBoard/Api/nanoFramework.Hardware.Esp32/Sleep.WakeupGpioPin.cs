namespace nanoFramework.Hardware.Esp32;

/// <content>Pins that wake.</content>
public partial class Sleep
{
    /// <summary>A set of pins.</summary>
    [System.Flags]
    public enum WakeupGpioPin : ulong
    {
        /// <summary>No pin.</summary>
        None = 0,

        /// <summary>GPIO 0.</summary>
        Pin0 = 1,

        /// <summary>GPIO 1.</summary>
        Pin1 = 2,

        /// <summary>GPIO 2.</summary>
        Pin2 = 4,

        /// <summary>GPIO 3.</summary>
        Pin3 = 8,

        /// <summary>GPIO 4.</summary>
        Pin4 = 16,

        /// <summary>GPIO 5.</summary>
        Pin5 = 32,

        /// <summary>GPIO 6.</summary>
        Pin6 = 64,

        /// <summary>GPIO 7.</summary>
        Pin7 = 128,

        /// <summary>GPIO 8.</summary>
        Pin8 = 256,

        /// <summary>GPIO 9.</summary>
        Pin9 = 512,

        /// <summary>GPIO 10.</summary>
        Pin10 = 1024,

        /// <summary>GPIO 11.</summary>
        Pin11 = 2048,

        /// <summary>GPIO 12.</summary>
        Pin12 = 4096,

        /// <summary>GPIO 13.</summary>
        Pin13 = 8192,

        /// <summary>GPIO 14.</summary>
        Pin14 = 16384,

        /// <summary>GPIO 15.</summary>
        Pin15 = 32768,

        /// <summary>GPIO 16.</summary>
        Pin16 = 65536,

        /// <summary>GPIO 17.</summary>
        Pin17 = 131072,

        /// <summary>GPIO 18.</summary>
        Pin18 = 262144,

        /// <summary>GPIO 19.</summary>
        Pin19 = 524288,

        /// <summary>GPIO 20.</summary>
        Pin20 = 1048576,

        /// <summary>GPIO 21.</summary>
        Pin21 = 2097152,

        /// <summary>GPIO 25.</summary>
        Pin25 = 33554432,

        /// <summary>GPIO 26.</summary>
        Pin26 = 67108864,

        /// <summary>GPIO 27.</summary>
        Pin27 = 134217728,

        /// <summary>GPIO 32.</summary>
        Pin32 = 4294967296,

        /// <summary>GPIO 33.</summary>
        Pin33 = 8589934592,

        /// <summary>GPIO 34.</summary>
        Pin34 = 17179869184,

        /// <summary>GPIO 35.</summary>
        Pin35 = 34359738368,

        /// <summary>GPIO 36.</summary>
        Pin36 = 68719476736,

        /// <summary>GPIO 37.</summary>
        Pin37 = 137438953472,

        /// <summary>GPIO 38.</summary>
        Pin38 = 274877906944,

        /// <summary>GPIO 39.</summary>
        Pin39 = 549755813888,
    }
}
