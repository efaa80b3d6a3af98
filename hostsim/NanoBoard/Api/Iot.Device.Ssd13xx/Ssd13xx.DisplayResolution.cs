namespace Iot.Device.Ssd13xx;

/// <content>Sizes.</content>
public abstract partial class Ssd13xx
{
    /// <summary>Size of the glass.</summary>
    public enum DisplayResolution
    {
        /// <summary>128 × 64.</summary>
        OLED128x64,

        /// <summary>128 × 32.</summary>
        OLED128x32,

        /// <summary>96 × 16.</summary>
        OLED96x16,

        /// <summary>64 × 128.</summary>
        OLED64x128,
    }
}
