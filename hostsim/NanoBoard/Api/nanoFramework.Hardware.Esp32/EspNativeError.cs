namespace nanoFramework.Hardware.Esp32;

/// <summary>Error codes of the chip's platform.</summary>
public enum EspNativeError
{
    /// <summary>Done.</summary>
    OK = 0,

    /// <summary>Unspecified failure.</summary>
    FAIL = -1,

    /// <summary>Out of memory.</summary>
    NO_MEM = 257,

    /// <summary>An argument is not allowed, such as a pin that cannot wake the chip.</summary>
    INVALID_ARG = 258,

    /// <summary>Not now.</summary>
    INVALID_STATE = 259,

    /// <summary>Wrong size.</summary>
    INVALID_SIZE = 260,

    /// <summary>Not found.</summary>
    NOT_FOUND = 261,

    /// <summary>Not supported.</summary>
    NOT_SUPPORTED = 262,

    /// <summary>Too late.</summary>
    TIMEOUT = 263,

    /// <summary>Unexpected response.</summary>
    INVALID_RESPONSE = 264,

    /// <summary>Wrong checksum.</summary>
    INVALID_CRC = 265,

    /// <summary>Wrong version.</summary>
    INVALID_VERSION = 266,

    /// <summary>Wrong address.</summary>
    INVALID_MAC = 267,

    /// <summary>First error of the radio.</summary>
    WIFI_BASE = 12288,
}
