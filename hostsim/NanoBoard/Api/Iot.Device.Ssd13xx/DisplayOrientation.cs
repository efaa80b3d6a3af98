namespace Iot.Device.Ssd13xx;

/// <summary>How the picture is turned.</summary>
public enum DisplayOrientation
{
    /// <summary>Upright on a high glass.</summary>
    Portrait = 1,

    /// <summary>Upright on a wide glass.</summary>
    Landscape = 2,

    /// <summary>Portrait upside down.</summary>
    Portrait180 = 3,

    /// <summary>Landscape upside down.</summary>
    Landscape180 = 4,
}
